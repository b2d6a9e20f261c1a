#!/usr/bin/env bash
# The whole test suite. The last line is "N passed, N failed", summed over all test projects; the exit code is 0 only if none failed.
# Usage: bash scripts/test.sh [filter], the filter as `dotnet test --filter` takes it.
source "$(dirname "$0")/lib/common.sh"

# Tests are hundreds of short lives: what a runtime does to make a long life faster costs them a quarter of the processor's time. Nor need memory
# that holds code be hidden from writers, and only what is called 768 times (the number is hexadecimal) is worth being compiled again.
export DOTNET_TieredPGO=0 DOTNET_gcServer=0 DOTNET_EnableWriteXorExecute=0 DOTNET_TC_CallCountThreshold=300

need_sdk
install_missing zbarimg:zbar-tools faketime:faketime node:nodejs npm:npm
install_wechaty_peer
build DealBot.sln

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# Runs one project and leaves its log and exit code behind. What failed is shown in one piece.
run() {
    local name status=0
    name=$(basename "$1" .csproj)
    say "Testing $name"
    SECONDS=0
    dotnet test "$1" -c "$CONFIGURATION" --no-build --nologo ${filter:+--filter "$filter"} >"$results/$name.log" 2>&1 || status=$?
    echo "$status" >"$results/$name.status"
    say "Tested $name in $SECONDS s"
    [ "$status" -eq 0 ] || grep -vE '^\s*$' "$results/$name.log" >&2 || true
}

# The end-to-end tests mostly wait for processes and platforms, the others for the processor: they go side by side.
filter=${1:-}
run tests/DealBot.EndToEnd/DealBot.EndToEnd.csproj &
for project in tests/*.Tests/*.csproj; do
    run "$project"
done
wait

passed=0 failed=0 skipped=0
for log in "$results"/*.log; do
    status=$(cat "${log%.log}.status")
    summary=$(grep -E '^(Passed|Failed|Skipped)! +- Failed: ' "$log" | tail -n 1 || true)
    if [ -n "$summary" ]; then
        count() { sed -E "s/.*$1: *([0-9]+).*/\1/" <<<"$summary"; }
        passed=$((passed + $(count Passed))) failed=$((failed + $(count Failed))) skipped=$((skipped + $(count Skipped)))
        [ "$(count Failed)" -gt 0 ] && continue
    fi

    # A run that ended badly without naming a failed test crashed; that is a failure whatever it had passed before.
    [ "$status" -eq 0 ] || failed=$((failed + 1))
done

[ "$skipped" -eq 0 ] && tail="" || tail=", $skipped skipped"
echo "$passed passed, $failed failed$tail"
[ "$failed" -eq 0 ]
