#!/usr/bin/env bash
# Figures of this machine, each beside its baseline in the same run: read the ratios, the rest depends on the machine.
# Usage: bash scripts/bench.sh [PART...]
# Parts: redirects selection posts adapters orders ledger digest posters templates service. Without one all of them run.
source "$(dirname "$0")/lib/common.sh"

parts="redirects selection posts adapters orders ledger digest posters templates service"
measured=()
want_service=no
# shellcheck disable=SC2086
[ $# -gt 0 ] || set -- $parts
for name in "$@"; do
    case " $parts " in
        *" $name "*) ;;
        *)
            say "There is no part called $name. Parts: $parts. Without one all of them run."
            exit 2
            ;;
    esac
    if [ "$name" = service ]; then want_service=yes; else measured+=("$name"); fi
done

# What posters are compared with. Neither is needed for anything else, so what can't be installed is left out, and the report says so.
install_rivals() {
    install_missing taskset:util-linux fc-match:fontconfig
    (install_missing node:nodejs npm:npm) || say "node can't be installed"
    (install_missing chromium:chromium) || say "chromium can't be installed"
    export CHROMIUM RESVG_FOLDER=
    CHROMIUM=$(command -v chromium || command -v chromium-browser || true)
    if command -v npm >/dev/null && npm install --silent --no-audit --no-fund --prefix "$folder/resvg" @resvg/resvg-js >/dev/null 2>&1; then
        RESVG_FOLDER=$folder/resvg
    else
        say "@resvg/resvg-js can't be installed"
    fi
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
need_sdk
install_missing wrk:wrk curl:curl
if [[ " ${measured[*]} " == *" posters "* ]]; then install_rivals; fi
build DealBot.sln
echo "cores: $(nproc), $(dotnet --version), $(date -u +%F)"
[ ${#measured[@]} -eq 0 ] || "tests/DealBot.Benchmarks/bin/$CONFIGURATION/net10.0/DealBot.Benchmarks" "${measured[@]}"
[ $want_service = yes ] || exit 0

# Start to ready, and the memory of an idle service: the sample configuration with nobody to call.
port=18099
export DealBot__Storage__Path=$folder/dealbot.db DealBot__Listen=http://127.0.0.1:$port DealBot__Networks__Jd__Gateway=http://127.0.0.1:9/routerjson
started=$(date +%s%N)
"$DEALBOT" run --settings appsettings.example.json >"$folder/log" 2>&1 &
service=$!
until curl -fs "http://127.0.0.1:$port/readyz" >/dev/null; do
    kill -0 $service 2>/dev/null || { cat "$folder/log"; exit 1; }
    sleep 0.02
done
ready=$((($(date +%s%N) - started) / 1000000))
sleep 20
memory=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$service/status")
kill -TERM $service
wait $service || true
printf '%-58s %12s ms\n' "start to ready (aim: at most 3000)" "$ready"
printf '%-58s %12s MB\n' "idle memory after 20 s (aim: at most 150)" "$memory"
