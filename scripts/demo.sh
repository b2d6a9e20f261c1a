#!/usr/bin/env bash
# One day of DealBot in a minute or two, with no keys: three owners, twelve groups, five networks, simulated platforms over real HTTP.
# Usage: bash scripts/demo.sh [options of `dealbot rehearse`]. The last line is the page to open.
source "$(dirname "$0")/lib/common.sh"

need_sdk
install_missing
build src/DealBot.Host

# A day that is over in a minute earns nothing from what the runtime does for a long life.
export DOTNET_TieredPGO=0 DOTNET_gcServer=0
exec "$DEALBOT" rehearse --out out/rehearsal "$@"
