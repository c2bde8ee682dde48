import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseGoroutineText } from '../../../src/profile/formats/goroutine-text/parse.ts'
import { parsePprof } from '../../../src/profile/formats/pprof/parse.ts'
import type { Profile } from '../../../src/profile/profile.ts'
import { hasGo } from './go.ts'

const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-goroutines-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** How many goroutines stand on each stack; those that take the profile, and differ for that, left out. */
function stacks(profile: Profile | undefined): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { stack, value } of profile?.samples ?? []) {
    const key = stack.map((frame) => `${frame.function} ${frame.file}:${frame.line}`).join('\n')
    const taking = /runtime\/pprof\.|net\/http\.\(\*connReader\)/.test(key) || key === ''
    if (!taking) counts.set(key, (counts.get(key) ?? 0) + value)
  }
  return counts
}

describe.each(['round-0', 'round-3'])('a capture of a whole program, %s', (round) => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', round, name))
  const pprof = stacks(parsePprof(read('goroutine.pb.gz'))[0])

  it('has the same stacks in debug=1 as in debug=0', () => {
    expect(stacks(parseGoroutineText(read('goroutine.debug1.txt')))).toEqual(pprof)
  })

  it('has the same stacks in debug=2 as in debug=0', () => {
    expect(stacks(parseGoroutineText(read('goroutine.debug2.txt')))).toEqual(pprof)
  })
})

describe.runIf(hasGo)('every kind of goroutine', () => {
  it('has the same stacks in all three forms', () => {
    const program = join(scratch, 'program')
    execFileSync('go', [
      'build',
      '-o',
      program,
      join(import.meta.dirname, 'programs/every-kind-of-goroutine.go'),
    ])
    execFileSync(program, [scratch])
    const read = (form: string) => readFileSync(join(scratch, form))
    const pprof = stacks(parsePprof(read('debug0'))[0])
    expect(pprof.size).toBeGreaterThan(25)
    expect(stacks(parseGoroutineText(read('debug1')))).toEqual(pprof)
    expect(stacks(parseGoroutineText(read('debug2')))).toEqual(pprof)
  })
})
