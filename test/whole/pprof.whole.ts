import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasPprof, ownRows, pprofRows } from '../profile-diff/oracle.ts'
import { columnsOf, diffPair, expectAsPprof, pairs, pathsOf } from '../profile-diff/set.ts'

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
