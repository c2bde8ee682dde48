// node examples/tendermint/compare.mjs [BASE HEAD] [--endpoint]: sides are `fixed` (v0.16.0) and `leaky` (v0.15.0).
import { compareSides, tendermint } from '../../scripts/scenario.mjs'

const args = process.argv.slice(2)
const [base = 'fixed', head = 'leaky'] = args.filter((a) => !a.startsWith('--'))
const outcome = await compareSides(tendermint({ endpoint: args.includes('--endpoint') }), base, head)
process.stderr.write(outcome.stderr)
process.stdout.write(outcome.stdout)
console.log(`exit status ${outcome.status}, ${Math.round(outcome.seconds)} s`)
process.exitCode = outcome.status
