#!/bin/sh
# Runs each script here in the Node.js of this machine and keeps what it prints beside it.
cd "$(dirname "$0")" || exit 1
for script in *.js; do
  node --no-warnings "$script" > "${script%.js}.txt"
done
