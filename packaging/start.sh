#!/bin/sh
# start.sh run|test ARGS…: find a Python that Liaison runs on, or install it, and hand over.
set -eu
here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd)

find_python() {
  for python in python3 python3.14 python3.13 python3.12 python3.11; do
    "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && return
  done
  return 1
}

give_up() {
  printf '%s\n' "$@" >&2
  exit 1
}

# install COMMAND…: as root do it, saying what failed if it did; otherwise say what to do.
install() {
  [ "$1" = apt-get ] && lists="sudo apt-get update && " || lists=
  [ "$(id -u)" = 0 ] || give_up "Liaison needs packages of this system. Run this line, then start again:" "${lists}sudo $*"
  echo "Installing Python and the libraries of the window …" >&2
  said=$(DEBIAN_FRONTEND=noninteractive "$@" 2>&1) || give_up "$said" "This failed: $*"
}

if ! find_python; then
  if command -v apt-get >/dev/null; then
    [ "$1" = test ] && leave_out='^#' || leave_out='^#|tests$'
    packages=$(grep -Ev "$leave_out" "$here/debian-packages.txt" | cut -d ' ' -f 1 | tr '\n' ' ')
    [ "$(id -u)" != 0 ] || apt-get update >/dev/null 2>&1 || true
    install apt-get install -y --no-install-recommends ca-certificates python3 python3-venv ${packages% }
  elif command -v dnf >/dev/null; then
    install dnf install -y python3.12
  fi
  find_python || give_up "Liaison needs Python 3.11 to 3.14. Install one (https://www.python.org), then start again."
fi
exec "$python" "$here/bootstrap.py" "$@"
