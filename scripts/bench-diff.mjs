// CPU and memory of `leakdiff diff` against pprof, at growing sizes: node scripts/bench-diff.mjs [ROUNDS].
// Writes docs/speed.md and its picture. Ends with 1 when a share that is promised is not held.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { leastOf } from './bench-diff/cost.mjs'
import { servicePair } from './bench-diff/generated-service.mjs'
import { counts, dump } from './bench-diff/inputs.mjs'
import { speedPage, speedPicture } from './bench-diff/page.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const rounds = Number(process.argv[2] ?? 3)
const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-bench-'))
const pprof = pprofBinary()
const ours = (...files) => [process.execPath, [join(root, 'dist/cli.mjs'), 'diff', ...files]]

try {
  const heaps = []
  for (const [stacks, depth] of [
    [1000, 32],
    [10_000, 48],
    [30_000, 64],
    [150_000, 64],
  ])
    heaps.push(await compareHeaps(stacks, depth))
  const goroutines = []
  for (const many of [10_000, 100_000, 1_000_000]) {
    goroutines.push(await readGoroutines(many, 'debug=1', counts(scratch, many)))
    goroutines.push(await readGoroutines(many, 'debug=2', dump(scratch, many)))
  }
  const machine = `${cpus().length} CPUs, Node ${process.versions.node}`
  writeFileSync(join(root, 'docs/speed.md'), speedPage({ machine, heaps, goroutines }))
  writeFileSync(join(root, 'docs/speed.svg'), speedPicture(heaps))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** Of 10,000 stacks the pair that stands among the fixtures; the others are made as it was. */
async function compareHeaps(stacks, depth) {
  const fixture = (side) => join(root, `test/profile-diff/fixtures/medium.${side}.pb.gz`)
  const files =
    stacks === 10_000 ? [fixture('before'), fixture('after')] : servicePair(scratch, stacks, depth)
  const theirs = pprof === null ? {} : { pprof: [pprof, [...oracleFlags(), ...files]] }
  const best = await leastOf(
    { ours: ours(...files), floor: floor(files), ...theirs },
    stacks > 50_000 ? 2 : rounds,
  )
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0) / 2
  console.error(stacks, best)
  if (best.pprof !== undefined) hold(stacks, best.ours, best.pprof)
  return { stacks, depth, size, ...best }
}

/** What no program on Node can be quicker than: it starts, and zlib inflates both files. */
function floor(files) {
  const script =
    'for (const file of process.argv.slice(1)) { const bytes = fs.readFileSync(file); zlib.gunzipSync(bytes, { chunkSize: bytes.readUInt32LE(bytes.length - 4) + 1 }) }'
  return [process.execPath, ['-e', script, ...files]]
}

/** What is promised: ratios of one run, which a slow machine does not change. */
function hold(stacks, own, theirs) {
  const promised = [
    { of: 10_000, cpu: 8, memory: 4 },
    { of: 150_000, cpu: 45, memory: 20 },
  ].find(({ of }) => of === stacks)
  if (promised === undefined) return
  if (theirs.cpu / own.cpu >= promised.cpu && theirs.memory / own.memory >= promised.memory) return
  console.error(
    `${stacks} stacks: 1/${promised.cpu} of pprof's CPU and 1/${promised.memory} of its memory is promised`,
  )
  process.exitCode = 1
}

async function readGoroutines(many, form, file) {
  const best = await leastOf({ ours: ours(file, file) }, 1)
  console.error(many, form, best)
  return { goroutines: many, form, size: statSync(file).size, ...best }
}

function oracleFlags() {
  const flags = ['nodecount=0', 'nodefraction=0', 'edgefraction=0', 'unit=B', 'sample_index=inuse_space']
  return ['-top', '-functions', ...flags.map((flag) => `-${flag}`), '-diff_base']
}

/**
 * The bare program behind `go tool pprof`, so that the go command's own time is not counted; null without Go.
 */
function pprofBinary() {
  try {
    const [path] = execFileSync('go', ['tool', '-n', 'pprof'], { encoding: 'utf8' }).trim().split('\n')
    return path
  } catch {
    console.error('go is not installed: no comparison with pprof')
    return null
  }
}
