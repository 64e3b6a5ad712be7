#!/usr/bin/env bash
# Checks the format of all Swift sources; `make format` puts most of it right.
source "$(dirname "$0")/common.sh"

scripts/setup.sh format
say "Checking the format"
swift format lint --strict --parallel --recursive Sources Tests Package.swift
