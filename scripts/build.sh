#!/usr/bin/env bash
# Builds the program and the tests; a warning is an error, as Package.swift says.
source "$(dirname "$0")/common.sh"

scripts/setup.sh run
say "Building"
swift build --quiet --build-tests
