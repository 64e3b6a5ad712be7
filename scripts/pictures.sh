#!/usr/bin/env bash
# Installs what is missing and draws the pictures of the documents from the real program.
source "$(dirname "$0")/common.sh"

scripts/setup.sh test
scripts/build.sh
say "Drawing docs/pictures (the demo plays in real time)"
.setup/venv/bin/python3 scripts/picture.py
.setup/venv/bin/python3 Tests/terminal/test_demo_page.py --pictures docs/pictures
