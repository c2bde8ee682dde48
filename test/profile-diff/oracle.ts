import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DiffResult } from '../../src/profile-diff/diff.ts'

/** Whether there is pprof to compare with; without Go these tests are skipped, but never in CI. */
export const hasPprof: boolean = (() => {
  try {
    execFileSync('go', ['tool', '-n', 'pprof'], { stdio: 'ignore' })
    return true
  } catch (cause) {
    if (process.env.CI)
      throw new Error('There is no `go tool pprof`, which these tests compare with.', { cause })
    console.warn('skipped: tests that compare with `go tool pprof`, as there is no `go` on PATH')
    return false
  }
})()

// pprof shortens paths that hold the name of its working directory.
const cwd = hasPprof ? mkdtempSync(join(tmpdir(), 'no-such-name-in-any-path-')) : tmpdir()

/** The rows that pprof prints for a difference, as `diffProfiles` gives them. */
export function pprofRows(
  before: string,
  after: string,
  sampleIndex: string,
  by: 'functions' | 'lines',
  unit = 'bytes',
): DiffResult['rows'] {
  const flags = [
    'nodecount=0',
    'nodefraction=0',
    'edgefraction=0',
    `unit=${unit === 'bytes' ? 'B' : unit}`,
    `sample_index=${sampleIndex}`,
  ]
  const args = [
    'tool',
    'pprof',
    '-top',
    `-${by}`,
    ...flags.map((flag) => `-${flag}`),
    '-diff_base',
    before,
    after,
  ]
  const text = execFileSync('go', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  })
  const lines = text.slice(text.indexOf('\n', text.search(/^ +flat +flat%/m)) + 1).split('\n')
  return lines.filter((line) => line !== '').map(readRow)
}

/** `  6061B  0.88%   229%   6061B  0.88%  bytes.growSlice (inline)` */
function readRow(line: string): DiffResult['rows'][number] {
  const match = /^ *(-?\d+)[a-zA-Zµ]* +\S+ +\S+ +(-?\d+)[a-zA-Zµ]* +\S+ {2}(.*)$/.exec(line)
  if (match === null) throw new Error(`pprof printed ${JSON.stringify(line)}`)
  const [, flat, cumulative, name = ''] = match
  return {
    name: name.replace(/ \((?:partial-)?inline\)$/, ''),
    flat: Number(flat),
    cumulative: Number(cumulative),
  }
}
