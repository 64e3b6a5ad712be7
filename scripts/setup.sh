#!/usr/bin/env bash
# Installs what is missing: `setup.sh run` for the program, `setup.sh test` for the tests too,
# `setup.sh bench` for the benchmarks; `setup.sh format` only looks for Swift.
# It asks for nothing and prints nothing where nothing is missing.
source "$(dirname "$0")/common.sh"

purpose=${1:-run}
case $purpose in
  format) packages=() ;;
  run)
    packages=(libcurl4-gnutls-dev libexpat1-dev libgnutls28-dev libicu-dev libmicrohttpd-dev libncursesw5-dev
      libphonenumber-dev zlib1g-dev)
    ;;
  test)
    packages=(chromium curl libcurl4-gnutls-dev libexpat1-dev libgnutls28-dev libicu-dev libmicrohttpd-dev libncursesw5-dev
      libphonenumber-dev make python3-venv tmux zlib1g-dev)
    ;;
  bench)
    packages=(libcurl4-gnutls-dev libexpat1-dev libgnutls28-dev libicu-dev libmicrohttpd-dev libncursesw5-dev
      libphonenumber-dev make python3-venv zlib1g-dev)
    ;;
  *) stop "usage: scripts/setup.sh run|test|bench|format" ;;
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

# Puts the packages of a list into a virtual environment below .setup, where they are alone.
install_python_packages() {
  local list=$1 folder=.setup/$2 log=.setup/$2-pip.log
  cmp -s "$list" "$folder/requirements.txt" && return
  say "Installing Python packages into $folder: $(paste -sd ' ' "$list")"
  mkdir -p .setup
  { python3 -m venv --clear "$folder" &&
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
      --requirement "$list"; } >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    stop "The Python packages could not be installed; the log is $log."
  }
  cp "$list" "$folder/requirements.txt"
}

check_swift
install_packages
case $purpose in
  # pyte is a terminal emulator for the tests of the screen; the others test the APIs by their
  # OpenAPI documents.
  test) install_python_packages scripts/requirements.txt venv ;;
  bench) install_python_packages scripts/requirements-bench.txt bench ;;
esac
