#!/usr/bin/env bash
# Installs what is missing, builds and starts the lab; options go to the program.
source "$(dirname "$0")/common.sh"

scripts/setup.sh run
say "Building (the first time takes half a minute)"
swift build --quiet --product ivr-tui
exec .build/debug/ivr-tui "$@"
