#!/usr/bin/env bash
# One day of DealBot in under a minute, with no keys: three owners, twelve groups, simulated platforms over real HTTP.
# Usage: bash scripts/demo.sh [options of `dealbot rehearse`]. The last line is the page to open.
source "$(dirname "$0")/lib/common.sh"

need_sdk
install_missing
build src/DealBot.Host
exec "$DEALBOT" rehearse --out out/rehearsal "$@"
