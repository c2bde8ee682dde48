import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type By, type DiffResult, diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'

/**
 * The program behind `go tool pprof`: the go command would take longer than all that it is asked for. null
 * without Go, where tests that compare are skipped, but never in CI.
 */
const pprof: string | null = (() => {
  // The go command builds it when it is first run.
  if (spawnSync('go', ['tool', 'pprof', '-h'], { stdio: 'ignore' }).error === undefined)
    return execFileSync('go', ['tool', '-n', 'pprof'], { encoding: 'utf8' }).trim()
  if (process.env.CI) throw new Error('There is no `go tool pprof`, which these tests compare with.')
  console.warn('skipped: tests that compare with `go tool pprof`, as there is no `go` on PATH')
  return null
})()

export const hasPprof: boolean = pprof !== null

// pprof shortens paths that hold the name of its working directory.
const cwd = hasPprof ? mkdtempSync(join(tmpdir(), 'no-such-name-in-any-path-')) : tmpdir()

/** Our rows for two files. pprof leaves out what has no stack, and so do these. */
export async function ownRows(
  before: string,
  after: string,
  quantity: string,
  by: By,
): Promise<DiffResult['rows']> {
  const source = (name: string) => [sourceOf(name, readFileSync(name))]
  const { rows } = await diffProfiles({ moments: [source(before), source(after)], quantity, by })
  return rows.filter(({ name }) => name !== '<no frames>')
}

/** The rows that pprof prints for a difference, as `diffProfiles` gives them. */
export function pprofRows(
  before: string,
  after: string,
  sampleIndex: string,
  by: 'functions' | 'lines',
  unit = 'bytes',
  more: readonly string[] = [],
): DiffResult['rows'] {
  const flags = [
    'nodecount=0',
    'nodefraction=0',
    'edgefraction=0',
    `unit=${unit === 'bytes' ? 'B' : unit}`,
    `sample_index=${sampleIndex}`,
  ]
  const args = [
    '-top',
    `-${by}`,
    ...[...flags, ...more].map((flag) => `-${flag}`),
    '-diff_base',
    before,
    after,
  ]
  const text = execFileSync(pprof ?? '', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  })
  const lines = text.slice(text.indexOf('\n', text.search(/^ +flat +flat%/m)) + 1).split('\n')
  return lines.filter((line) => line !== '').map(readRow)
}

/** Has pprof write a profile of its own into a file: of a sum, of a difference. */
export function writtenByPprof(output: string, flags: readonly string[]): string {
  execFileSync(pprof ?? '', ['-proto', '-output', output, ...flags], { cwd, stdio: 'ignore' })
  return output
}

/** `  6061B  0.88%   229%   6061B  0.88%  bytes.growSlice (inline)` */
function readRow(line: string): DiffResult['rows'][number] {
  const match = /^ *(-?\d+)[a-zA-Zµμ]* +\S+ +\S+ +(-?\d+)[a-zA-Zµμ]* +\S+ {2}(.*)$/.exec(line)
  if (match === null) throw new Error(`pprof printed ${JSON.stringify(line)}`)
  const [, flat, cumulative, name = ''] = match
  return {
    name: name.replace(/ \((?:partial-)?inline\)$/, ''),
    flat: Number(flat),
    cumulative: Number(cumulative),
  }
}
