# Sourced by the scripts beside it: goes to the package's folder and says things one way.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A crashing test process would otherwise hang while it looks at itself.
export SWIFT_BACKTRACE=enable=no

# One line for what is done now.
say() { printf '%s\n' "-- $*"; }

# One sentence for why it cannot go on; then leaves with 4, the code for the environment.
stop() {
  printf '%s\n' "$*" >&2
  exit 4
}
