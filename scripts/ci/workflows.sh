#!/usr/bin/env bash
# The workflows that we ship, write and run are clean under actionlint and zizmor, which are installed on first use into .cache/.
set -euo pipefail
cd "$(dirname "$0")/../.."
actionlint=1.7.12
zizmor=1.32.0
[ -x .cache/bin/actionlint ] ||
  GOBIN=$PWD/.cache/bin GOFLAGS='' go install "github.com/rhysd/actionlint/cmd/actionlint@v$actionlint"
[ -x .cache/zizmor/bin/zizmor ] ||
  python3 -m pip install -q --disable-pip-version-check --only-binary :all: --target .cache/zizmor "zizmor==$zizmor"
# What leakdiff init writes, from the golden files of its tests.
generated=.cache/init-workflows
mkdir -p "$generated"
for golden in test/init/golden/*.txt; do
  awk '/^=== /{ inside = ($2 == ".github/workflows/leakdiff.yml"); next } inside' "$golden" >"$generated/$(basename "$golden" .txt).yml"
done
files=("$generated"/*.yml examples/workflows/*.yml .github/workflows/*.yml)
.cache/bin/actionlint "${files[@]}"
.cache/zizmor/bin/zizmor --offline --no-progress --persona=pedantic "${files[@]}" action.yml
