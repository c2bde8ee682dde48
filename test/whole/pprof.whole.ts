import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { DiffResult } from '../../src/profile-diff/diff.ts'
import { generatedPair } from '../profile-diff/generated.ts'
import { hasPprof, ownRows, pprofRows } from '../profile-diff/oracle.ts'
import { columnsOf, diffPair, expectAsPprof, pairs, pathsOf } from '../profile-diff/set.ts'

type Row = DiffResult['rows'][number]

/** pprof parts rows that it calls alike when they have no name of a function: a person cannot. */
function together(rows: readonly Row[]): readonly Row[] {
  const byName = new Map<string, Row>()
  for (const row of rows) {
    const { flat = 0, cumulative = 0 } = byName.get(row.name) ?? {}
    byName.set(row.name, { ...row, flat: flat + row.flat, cumulative: cumulative + row.cumulative })
  }
  return [...byName.values()]
}

const byName = (left: Row, right: Row) => (left.name < right.name ? -1 : 1)

describe.runIf(hasPprof)('what a writer may write', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-generated-'))
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  it.each(Array.from({ length: 60 }, (_, number) => number))('%i, as pprof has it', async (number) => {
    const { before, after, type, unit } = generatedPair(number)
    const pair = ['before', 'after'].map((side) => join(scratch, `${number}.${side}.pb`)) as [string, string]
    writeFileSync(pair[0], before)
    writeFileSync(pair[1], after)
    for (const by of ['function', 'line'] as const) {
      const theirs = pprofRows(...pair, type, `${by}s`, unit)
      const own = await ownRows(...pair, type, by)
      // Rows of one name hold one sample each time that it meets one of them.
      const isParted = new Set(theirs.map(({ name }) => name)).size < theirs.length
      const flat = (rows: readonly Row[]) =>
        together(rows)
          .filter((row) => row.flat !== 0)
          .map(({ name, flat }) => ({ name, flat, cumulative: 0 }))
      const read = isParted ? flat : (rows: readonly Row[]) => rows
      expect(read(own).toSorted(byName)).toEqual(read(theirs).toSorted(byName))
    }
  })
})

describe.runIf(hasPprof)('row for row what pprof gives', () => {
  it.each(columnsOf(pairs))('%s, %s', expectAsPprof)

  const ofText = [
    'go-1.26.before.heap.1.txt',
    'tcmalloc.before.heap.txt',
    'go-1.26.before.threadcreate.1.txt',
  ]
  // It does not read the names below the stacks.
  it.each(ofText)('%s, in all', async (name) => {
    const type = name.includes('thread') ? 'threadcreate' : 'inuse_space'
    const unit = type === 'inuse_space' ? 'bytes' : 'count'
    const theirs = pprofRows(...pathsOf(name), type, 'functions', unit)
    const { total } = await diffPair(name, 'function')
    expect(total).toBe(theirs.reduce((sum, row) => sum + row.flat, 0))
  })

  it('for 35,000 samples on 10,000 stacks', async () => {
    const fixture = (side: string) =>
      join(import.meta.dirname, `../profile-diff/fixtures/medium.${side}.pb.gz`)
    const pair = [fixture('before'), fixture('after')] as const
    const rows = await ownRows(...pair, 'heap-bytes', 'function')
    expect(rows).toEqual(pprofRows(...pair, 'inuse_space', 'functions'))
    expect(rows.length).toBeGreaterThan(2000)
  })
})
