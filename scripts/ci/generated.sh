#!/usr/bin/env bash
# Rebuilds what is committed as generated and compares: the same sources give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
rebuilt=$(mktemp -d)
trap 'rm -rf "$rebuilt"' EXIT
node scripts/build.mjs --out "$rebuilt/dist"
diff -rq dist "$rebuilt/dist" || { echo 'dist/ is not what src/ gives: run `npm run build` and commit it.'; exit 1; }
git diff --exit-code --stat -- dist schema || { echo 'The test run rebuilt dist/ or schema/ to other bytes than those committed.'; exit 1; }
