#!/usr/bin/env bash
# Kills the service again and again at seeded moments and compares its ledger with what platforms and members saw.
# Usage: bash scripts/crash-trials.sh [N] [SEED] [-j PARALLEL]. Nightly: N = 200. The exit code is 0 only if every trial passed.
source "$(dirname "$0")/lib/common.sh"

need_sdk
install_missing
build tests/DealBot.CrashTrials
exec "tests/DealBot.CrashTrials/bin/$CONFIGURATION/net10.0/DealBot.CrashTrials" "$@"
