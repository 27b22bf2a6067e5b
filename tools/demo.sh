#!/bin/sh
# The main job on the sample corpus: every command is shown before its output.
set -eu
PATH="$(cd "$BIN" && pwd):$PATH"
mkdir -p "$DEMO"
SAYSO_LEDGER="$DEMO/demo.db"
export PATH SAYSO_LEDGER
rm -f "$SAYSO_LEDGER" "$SAYSO_LEDGER-wal" "$SAYSO_LEDGER-shm"

show() {
    printf '\n$ %s\n' "$*"
    "$@"
}

show sayso add --samples
show sayso figures --format table --category returned
show sayso table --rows origin --columns category
show sayso show TJ/joined
show sayso findings --kind diverging-echo --kind conflict --format table
show sayso estimates --category joined --format table
show sayso explain 'region:Central Asia/joined'
printf '\nThe ledger is %s. Look further: export SAYSO_LEDGER=%s; %s/sayso --help\n' "$SAYSO_LEDGER" "$SAYSO_LEDGER" "$BIN"
