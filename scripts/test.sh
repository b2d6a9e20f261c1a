#!/usr/bin/env bash
# The whole test suite. The last line is "N passed, N failed", summed over all test projects; the exit code is 0 only if none failed.
# Usage: bash scripts/test.sh [filter], the filter as `dotnet test --filter` takes it.
source "$(dirname "$0")/lib/common.sh"

need_sdk
install_missing zbarimg:zbar-tools faketime:faketime
build DealBot.sln

passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for project in tests/*/*.csproj; do
    grep -qE '\.Tests/|EndToEnd/' <<<"$project" || continue
    name=$(basename "$project" .csproj)
    say "Testing $name"
    status=0
    dotnet test "$project" -c "$CONFIGURATION" --no-build --nologo ${1:+--filter "$1"} >"$log" 2>&1 || status=$?
    summary=$(grep -E '^(Passed|Failed|Skipped)! +- Failed: ' "$log" | tail -n 1 || true)
    if [ -n "$summary" ]; then
        count() { sed -E "s/.*$1: *([0-9]+).*/\1/" <<<"$summary"; }
        passed=$((passed + $(count Passed))) failed=$((failed + $(count Failed))) skipped=$((skipped + $(count Skipped)))
        [ "$status" -eq 0 ] || grep -vE '^\s*$' "$log" >&2
    elif [ "$status" -ne 0 ]; then
        # A run that ended without a summary crashed; that is a failure whatever it had passed before.
        failed=$((failed + 1))
        cat "$log" >&2
    fi
done

[ "$skipped" -eq 0 ] && tail="" || tail=", $skipped skipped"
echo "$passed passed, $failed failed$tail"
[ "$failed" -eq 0 ]
