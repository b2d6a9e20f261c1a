# Shared by the scripts: where we are, and what has to be installed. Sourced, not run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
CONFIGURATION=Release
DEALBOT=src/DealBot.Host/bin/$CONFIGURATION/net10.0/dealbot

say() { printf '%s\n' "$*" >&2; }

# Not grep -q: it stops reading at the first hit, ldconfig then fails to write, and pipefail makes that a library that is missing.
have_library() { ldconfig -p 2>/dev/null | grep "$1" >/dev/null || compgen -G "/usr/lib*/$1*" >/dev/null || compgen -G "/usr/lib/*/$1*" >/dev/null; }

# Prints the Debian packages that are missing, one a line. Arguments: extra commands, each as command:package.
missing_packages() {
    have_library librsvg-2.so.2 || echo librsvg2-2
    have_library libturbojpeg.so.0 || echo libturbojpeg0
    command -v fc-list >/dev/null || echo fontconfig
    ls /usr/share/fonts/opentype/noto/NotoSansCJK-*.ttc >/dev/null 2>&1 || { command -v fc-list >/dev/null && fc-list | grep 'Noto Sans CJK SC' >/dev/null; } || echo fonts-noto-cjk
    { command -v fc-list >/dev/null && fc-list | grep -i 'color *emoji' >/dev/null; } || echo fonts-noto-color-emoji
    [ -e /usr/share/zoneinfo/Asia/Shanghai ] || echo tzdata
    local pair
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null || echo "${pair##*:}"
    done
}

# Installs what is missing, or says what is needed where that can't be done here.
install_missing() {
    local packages
    packages=$(missing_packages "$@" | sort -u | tr '\n' ' ')
    [ -n "${packages// /}" ] || return 0
    if ! command -v apt-get >/dev/null; then
        say "Needed and not found: $packages"
        say "These are Debian's names. Install librsvg 2, TurboJPEG, Noto Sans CJK and Noto Color Emoji with this system's own packages, then run this again."
        exit 1
    fi
    local as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { say "Needed: $packages - run 'apt-get install $packages' as root, then this again."; exit 1; }
        as_root=sudo
    fi
    say "Installing $packages"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086 # one word a package
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null
}

need_sdk() {
    command -v dotnet >/dev/null || { say "The .NET SDK 10 is needed: https://dotnet.microsoft.com/download"; exit 1; }
}

# Builds one project or the solution, quietly unless it fails.
build() {
    local log
    log=$(mktemp)
    say "Building $1"
    if ! dotnet build "$1" -c "$CONFIGURATION" --nologo -v quiet -clp:NoSummary >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        exit 1
    fi
    rm -f "$log"
}

# Wechaty's own puppet service, which the adapter is tested against; nothing of it is committed but the list of exact packages.
install_wechaty_peer() {
    local lock=tests/WechatyPeer/package-lock.json installed=tests/WechatyPeer/node_modules/.installed
    cmp -s "$lock" "$installed" && return 0
    say "Installing the Wechaty service for the tests"
    (cd tests/WechatyPeer && npm ci --loglevel=error >&2)
    cp "$lock" "$installed"
}
