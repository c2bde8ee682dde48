// How often the judge errs, on simulated programs: node scripts/bench-judge.mjs [--share 0.05] [--dry]
// --share: of the comparisons, for a quick look.
// Seeds are fixed and nothing is timed, so that the tables in docs/judge.md come out the same everywhere.
// --dry: printed, not written.
import { writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { documentOf } from './bench-judge/document.mjs'
import { judgeOf } from './bench-judge/ours.mjs'
import { bundled } from './from-source.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({
  options: { share: { type: 'string', default: '1' }, dry: { type: 'boolean' } },
})
const source = await bundled(`
  export * from './src/judge/constants.ts'
  export { judge } from './src/judge/judge.ts'
  export { thresholdOf } from './src/judge/threshold.ts'
  export { growthOf } from './src/diff/growth.ts'
  export { samplingNoise } from './src/diff/sampling.ts'
  export { runtimes } from './src/runtimes/index.ts'
`)
const ours = judgeOf({ ...source, goFloors: source.runtimes.go.floors })
const text = documentOf({ ours, source, factor: Number(values.share), log: (line) => console.error(line) })
if (values.dry) console.log(text)
else writeFileSync(join(root, 'docs/judge.md'), text)
