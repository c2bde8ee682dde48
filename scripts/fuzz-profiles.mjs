// 100,000 mutated profiles against `leakdiff diff`: node scripts/fuzz-profiles.mjs [FROM] [TO]. The numbers
// are the seeds, so that any one can be run again. Some minutes; a short run of the same is among the tests.
import { join } from 'node:path'
import { bundled } from './from-source.mjs'

const [from = 0, to = 100_000] = process.argv.slice(2).map(Number)
const { fuzz, seedsOf } = await bundled("export * from './test/profile-diff/fuzz/run.ts'")
const files = seedsOf(join(import.meta.dirname, '../test/profile-diff/fixtures/set'))
let read = 0
let longest = 0
let wrong = 0
for (let at = from; at < to; at += 5000) {
  const found = await fuzz(files, at, Math.min(at + 5000, to))
  read += found.read
  longest = Math.max(longest, found.longest)
  wrong += found.wrong.length
  for (const { number, problem } of found.wrong.slice(0, 5)) console.log(`${number}: ${problem}`)
  console.error(
    `${Math.min(at + 5000, to)}: ${read} read, ${wrong} wrong, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  )
}
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(
  `${to - from} inputs: ${read} read, the others refused; ${wrong} wrong. At most ${longest.toFixed(2)} s, ${memory} MB.`,
)
process.exitCode = wrong === 0 && memory < 1024 ? 0 : 1
