#!/usr/bin/env bash
# The workflows that we ship and those that we run are clean under actionlint and zizmor, which are installed on first use into .cache/.
set -euo pipefail
cd "$(dirname "$0")/../.."
actionlint=1.7.12
zizmor=1.32.0
[ -x .cache/bin/actionlint ] ||
  GOBIN=$PWD/.cache/bin GOFLAGS='' go install "github.com/rhysd/actionlint/cmd/actionlint@v$actionlint"
[ -x .cache/zizmor/bin/zizmor ] ||
  python3 -m pip install -q --disable-pip-version-check --only-binary :all: --target .cache/zizmor "zizmor==$zizmor"
files=(examples/workflows/*.yml .github/workflows/*.yml)
.cache/bin/actionlint "${files[@]}"
.cache/zizmor/bin/zizmor --offline --no-progress --persona=pedantic "${files[@]}" action.yml
