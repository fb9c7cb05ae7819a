#!/bin/sh
# Set everything up, at the first time, and run all checks and tests: sh packaging/test.sh [--trials]
exec sh "$(dirname "$0")/start.sh" test "$@"
