#!/usr/bin/env bash
# On the Node that the action runs on: what starts processes, the action in its events and jobs, programs and tests of
# Node as they are measured, and the demo. All else is run once, on the oldest Node that is supported.
set -euo pipefail
cd "$(dirname "$0")/../.."
node scripts/install-node.mjs 24
node24=$PWD/.cache/node-24/bin
vitest=node_modules/vitest/vitest.mjs
PATH="$node24:$PATH" node --version
PATH="$node24:$PATH" node "$vitest" run --project processes \
  test/{bisect,checkout,cli,github,history,init,measure,pipeline,runtimes/node,runtimes/contract}/
PATH="$node24:$PATH" node "$vitest" run --config test/whole/vitest.config.ts \
  /{action,bundled-action,events,jobs,run,native,node-test,runners,typescript,holders,holders-of-tests,who-holds,living}.whole.ts
PATH="$node24:$PATH" node scripts/ci/demo.mjs
