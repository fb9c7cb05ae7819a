#!/bin/sh
# Set Liaison up, at the first time, and start it: sh packaging/run.sh [COMMAND…]
exec sh "$(dirname "$0")/start.sh" run "$@"
