#!/usr/bin/env bash
# Builds the program where it is missing and puts its server under load; see load_http.py --help.
source "$(dirname "$0")/common.sh"

scripts/build.sh
python3 scripts/load_http.py --connections 1000 --seconds 60 --program .build/debug/ivr-tui "$@"
