// Loaded into every Node process of a measured program by NODE_OPTIONS=--require. In processes that are not
// to be measured it loads nothing more.

import { probeVariables } from '../protocol.ts'
import { isPackageManager } from './package-manager.ts'
import { testArguments } from './tests/arguments.ts'
import { otherRunner, refusal } from './tests/other-runner.ts'

const sockets = process.env[probeVariables.sockets]
const other = process.env[probeVariables.tests] ? otherRunner(process.argv[1]) : null
if (sockets && other !== null) {
  process.stderr.write(`${refusal(other)}\n`)
  process.exit(1)
}
if (sockets && process.env[probeVariables.tests])
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...testArguments(process.argv[1], process.argv.slice(2)))
if (sockets && !isPackageManager(process.argv[1])) {
  try {
    // Not an import: what it needs of Node is to be loaded in measured processes only,
    // and before the program begins.
    const { startProbe } = require('./probe.ts') as typeof import('./probe.ts')
    const rate = Number(process.env[probeVariables.rate]) || 32768
    startProbe({
      sockets,
      rate,
      file: __filename,
      tests: process.env[probeVariables.tests] ?? null,
      goal: process.env[probeVariables.diagnose] ?? null,
    })
  } catch (error) {
    process.stderr.write(`leakdiff: this process cannot be measured: ${String(error)}\n`)
  }
}
