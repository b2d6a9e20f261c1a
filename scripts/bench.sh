#!/usr/bin/env bash
# Figures of this machine, each beside its baseline in the same run: read the ratios, the rest depends on the machine.
# Usage: bash scripts/bench.sh [PART...]
# Parts: redirects posts orders templates service. Without one all of them run.
source "$(dirname "$0")/lib/common.sh"

measured=()
want_service=no
[ $# -gt 0 ] || set -- redirects posts orders templates service
for name in "$@"; do
    case $name in
        redirects | posts | orders | templates) measured+=("$name") ;;
        service) want_service=yes ;;
        *)
            say "There is no part called $name. Parts: redirects posts orders templates service. Without one all of them run."
            exit 2
            ;;
    esac
done

need_sdk
install_missing wrk:wrk curl:curl
build tests/DealBot.Benchmarks
echo "cores: $(nproc), $(dotnet --version), $(date -u +%F)"
[ ${#measured[@]} -eq 0 ] || "tests/DealBot.Benchmarks/bin/$CONFIGURATION/net10.0/DealBot.Benchmarks" "${measured[@]}"
[ $want_service = yes ] || exit 0

# Start to ready, and the memory of an idle service: the sample configuration with nobody to call.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
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
