#!/usr/bin/env bash
# Measures the rows of docs/BENCHMARKS.md beside their peers and prints one table.
# Arguments go to ivr-bench, for example: scripts/bench.sh --rows 3,4
source "$(dirname "$0")/common.sh"

shared=../shared/benchmarks
results=.setup/bench/results
scripts/setup.sh bench
mkdir -p "$results"
rm -f "$results"/*

say "Building ivr-bench for release"
swift build --quiet -c release --product ivr-bench

document=()
if [[ -e $shared/peers.py && -e $shared/gen_search_data.py ]]; then
  python3 "$shared/gen_search_data.py" "$results/search.json"
  document=(--document "$results/search.json")
  say "Running the peers of $shared/peers.py (about a minute)"
  # Both sides count the processor's time, so that what else the machine does changes no ratio much.
  .setup/bench/bin/python -c '
import runpy, sys, time
time.perf_counter = time.process_time
runpy.run_path(sys.argv[1], run_name="__main__")' "$shared/peers.py" >"$results/peers"
else
  say "SKIPPED peers and the rows over the document: there is no $shared/peers.py and gen_search_data.py"
  touch "$results/peers"
fi

say "Running ivr-bench"
.build/release/ivr-bench "${document[@]}" "$@" >"$results/ours"
# The screen is measured on the whole program, unless other rows were asked for.
if [[ $* != *--rows* || ",${*##*--rows }," == *,13,* ]]; then
  say "Building ivr-tui for release"
  swift build --quiet -c release --product ivr-tui
  scripts/setup.sh test
  say "Measuring the screen"
  IVR_TUI=.build/release/ivr-tui .setup/venv/bin/python scripts/bench_screen.py >>"$results/ours"
fi
python3 scripts/bench_table.py "$results/ours" "$results/peers"
