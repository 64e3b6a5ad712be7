#!/usr/bin/env bash
# Formats all Swift sources in place.
source "$(dirname "$0")/common.sh"

scripts/setup.sh format
say "Formatting"
swift format --in-place --parallel --recursive Sources Tests Package.swift
