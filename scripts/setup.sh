#!/usr/bin/env bash
# Installs what is missing: `setup.sh run` for the program, `setup.sh test` for the tests too;
# `setup.sh format` only looks for Swift.
# It asks for nothing and prints nothing where nothing is missing.
source "$(dirname "$0")/common.sh"

purpose=${1:-run}
case $purpose in
  format) packages=() ;;
  run) packages=(libexpat1-dev libncursesw5-dev libphonenumber-dev) ;;
  test) packages=(libexpat1-dev libncursesw5-dev libphonenumber-dev make python3-venv tmux) ;;
  *) stop "usage: scripts/setup.sh run|test|format" ;;
esac

check_swift() {
  local text version
  command -v swift >/dev/null ||
    stop "There is no 'swift' on the PATH; install Swift 6.2 or later from https://swift.org/install."
  text=$(swift --version 2>/dev/null) || true
  version=$(sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' <<<"$text")
  read -r major minor <<<"${version:-0 0}"
  ((major > 6 || (major == 6 && minor >= 2))) ||
    stop "Swift $major.$minor is too old; install Swift 6.2 or later from https://swift.org/install."
}

# The packages that are not installed, on one line.
missing_packages() {
  local package status
  for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || true
    [[ $status == installed ]] || printf '%s ' "$package"
  done
}

install_packages() {
  local missing sudo=() log=.setup/apt.log
  if ! command -v dpkg-query >/dev/null; then
    say "This is not Debian: these packages, or what they are called here, must be installed: ${packages[*]}"
    return
  fi
  read -ra missing <<<"$(missing_packages)"
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      stop "These packages are missing; as root run: apt-get install ${missing[*]}"
    sudo=(sudo)
  fi
  say "Installing Debian packages: ${missing[*]}"
  mkdir -p .setup
  { "${sudo[@]}" apt-get update -qq &&
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -qq -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    stop "The packages could not be installed; run: apt-get install ${missing[*]}"
  }
}

# pyte is a terminal emulator for the tests of the screen; it lives in .setup and nowhere else.
install_python_packages() {
  local stamp=.setup/venv/requirements.txt log=.setup/pip.log
  cmp -s scripts/requirements.txt "$stamp" && return
  say "Installing Python packages into .setup/venv: $(paste -sd ' ' scripts/requirements.txt)"
  mkdir -p .setup
  { python3 -m venv --clear .setup/venv &&
    .setup/venv/bin/python -m pip install --quiet --disable-pip-version-check \
      --requirement scripts/requirements.txt; } >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    stop "The Python packages could not be installed; the log is $log."
  }
  cp scripts/requirements.txt "$stamp"
}

check_swift
install_packages
[[ $purpose != test ]] || install_python_packages
