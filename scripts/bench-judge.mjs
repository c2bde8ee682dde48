// How often the judge errs, on simulated programs: node scripts/bench-judge.mjs [--share 0.05] [--dry]
// [--results FILE]
// --share: of the comparisons, for a quick look.
// Seeds are fixed and nothing is timed, so that the tables in docs/judge.md come out the same everywhere.
// --dry: printed, not written. --results: JSON lines, added to; rows and tables that they hold are not made
// again.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { documentOf } from './bench-judge/document.mjs'
import { judgeOf } from './bench-judge/ours.mjs'
import { bundled } from './from-source.mjs'
import { appendLine, readLines } from './json-lines.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({
  options: {
    share: { type: 'string', default: '1' },
    dry: { type: 'boolean' },
    results: { type: 'string', default: join(tmpdir(), `leakdiff-bench-judge-${process.pid}.jsonl`) },
  },
})
const source = await bundled(`
  export * from './src/judge/constants.ts'
  export { judge } from './src/judge/judge.ts'
  export { baseMatters } from './src/judge/trials/base-matters.ts'
  export { isClear } from './src/judge/trials/early.ts'
  export { thresholdOf } from './src/judge/threshold.ts'
  export { growthOf } from './src/diff/growth.ts'
  export { ofSteadyTypes, steadyTypes } from './src/diff/steady.ts'
  export { samplingNoise } from './src/diff/sampling.ts'
  export { runtimes } from './src/runtimes/index.ts'
`)
const ours = judgeOf({ ...source, goFloors: source.runtimes.go.floors })
// Read each time: several may make one page.
const known = (title) =>
  readLines(values.results).find((row) => row.share === values.share && row.title === title)?.made
const kept = (title, make) => {
  const before = known(title)
  if (before !== undefined) return before
  console.error(title)
  const made = make()
  appendLine(values.results, { share: values.share, title, made })
  return made
}
const text = documentOf({ ours, source, factor: Number(values.share), kept })
if (values.dry) console.log(text)
else writeFileSync(join(root, 'docs/judge.md'), text)
