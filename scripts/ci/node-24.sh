#!/usr/bin/env bash
# The fast suite, whole comparisons and the demo on the Node that the action runs on; what runs no Node, or takes
# minutes of it, is run once, on Node 20.
set -euo pipefail
cd "$(dirname "$0")/../.."
node scripts/install-node.mjs 24
node24=$PWD/.cache/node-24/bin
PATH="$node24:$PATH" node --version
PATH="$node24:$PATH" node node_modules/vitest/vitest.mjs run
PATH="$node24:$PATH" node node_modules/vitest/vitest.mjs run --config test/whole/vitest.config.ts --exclude '**/{companions,python-plugins,junit}.whole.ts'
PATH="$node24:$PATH" node scripts/ci/demo.mjs
