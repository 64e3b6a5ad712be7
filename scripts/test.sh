#!/usr/bin/env bash
# Installs what is missing and runs every check, the quick ones first; the first failure ends it.
source "$(dirname "$0")/common.sh"

program=.build/debug/ivr-tui
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The runner's lines without those of tests that start or pass; a start may run over several lines.
failures_and_total() {
  awk '/^✔ Test run / { print; fflush(); next }
       starting { starting = !/started\.$/; next }
       /^◇ / { starting = !/started\.$/; next }
       /^(✔|↳) / || /^\[[0-9]+\/[0-9]+\]/ || /^(Building for|Build complete)/ { next }
       { print; fflush() }'
}

unit_tests() {
  say "Running the Swift tests"
  swift test --skip-build --disable-xctest 2>&1 | failures_and_total
}

# Each scenario must pass, and two runs in two processes must leave the same trace.
scenarios() {
  local scenario files=(Flows/scenarios/*.scenario Flows/demos/*.scenario)
  if [[ ! -e ${files[0]} ]]; then
    say "SKIPPED scenarios: there is no Flows/scenarios/*.scenario yet"
    return
  fi
  say "Playing ${#files[@]} scenarios, each twice"
  for scenario in "${files[@]}"; do
    play "$scenario" "$scratch/first"
    play "$scenario" "$scratch/second"
    cmp "$scratch/first" "$scratch/second" || fail "$scenario: two runs left different traces"
  done
}

play() {
  "$program" play --trace "$1" >"$2" 2>&1 </dev/null || {
    tail -n 40 "$2" >&2
    fail "$1: failed; see it with: $program play --trace $1"
  }
}

terminal_tests() {
  local file files=(Tests/terminal/*.py)
  if [[ ! -e ${files[0]} ]]; then
    say "SKIPPED terminal tests: there is no Tests/terminal/*.py yet"
    return
  fi
  for file in "${files[@]}"; do
    say "Running $file"
    IVR_TUI="$PWD/$program" .setup/venv/bin/python "$file" || fail "$file: failed"
  done
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

scripts/setup.sh test
scripts/lint.sh
scripts/build.sh
unit_tests
scenarios
terminal_tests
say "All checks passed"
