import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits } from '../../src/history/record.ts'
import type { HistoryStore } from '../../src/history/store/history-store.ts'
import { historyRef } from '../../src/history/store/ref.ts'
import { storeOf } from '../../src/history/store/store.ts'
import { commit, init, run, testFolder } from '../checkout/repositories.ts'
import { recordAt, sha } from './records.ts'

const folder = testFolder()

/** A bare origin with one commit, and clones of it. */
function origin(): { readonly bare: string; readonly clone: (...how: string[]) => string } {
  const here = folder.make('origin')
  const bare = join(here, 'origin.git')
  const first = init(folder.make('first'))
  commit(first, 'one', { 'a.txt': 'a' })
  commit(first, 'two', { 'a.txt': 'b' })
  run(here, 'clone', '-q', '--bare', first, bare)
  let clones = 0
  const clone = (...how: string[]) => {
    const path = join(here, `clone-${++clones}`)
    run(here, 'clone', '-q', ...how, `file://${bare}`, path)
    return path
  }
  return { bare, clone }
}

const refOf = (root: string): HistoryStore => {
  const store = storeOf('ref', { root })
  if (store === null) throw new Error('no store')
  return store
}
const entry = (n: number, workload = 'http') => ({ workload, record: recordAt(n, n) })
const commitsOf = async (store: HistoryStore, workload = 'http') =>
  ((await store.read()).get(workload) ?? []).map((one) => one.commit)
/** All that a user has in a repository: refs, index, work tree, settings. */
const stateOf = (root: string) => [
  run(root, 'for-each-ref'),
  run(root, 'status', '--porcelain'),
  run(root, 'ls-files', '--stage'),
  run(root, 'rev-parse', '--is-shallow-repository'),
  readFileSync(join(root, '.git/config'), 'utf8'),
  readdirSync(join(root, '.git'))
    .filter((name) => name !== 'objects')
    .sort(),
]

describe('the ref of origin', () => {
  it.each([
    ['a clone', []],
    ['a shallow clone', ['--depth=1']],
  ])('is written and read from %s, in which nothing changes', async (_, how) => {
    const { bare, clone } = origin()
    const root = clone(...how)
    writeFileSync(join(root, 'new.txt'), 'not added')
    writeFileSync(join(root, 'a.txt'), 'changed')
    run(root, 'add', 'a.txt')
    const before = stateOf(root)
    await refOf(root).append([entry(0), entry(0, 'jobs')])
    await refOf(root).append([entry(1)])
    expect(stateOf(root)).toEqual(before)
    expect(run(bare, 'ls-tree', '--name-only', historyRef).split('\n')).toEqual([
      'README.md',
      'http.jsonl',
      'jobs.jsonl',
    ])
    expect(run(bare, 'rev-list', '--count', historyRef)).toBe('2')
    const other = refOf(clone(...how))
    expect(await commitsOf(other)).toEqual([sha('commit 0'), sha('commit 1')])
    expect(await commitsOf(other, 'jobs')).toEqual([sha('commit 0')])
  })

  it('takes what two who push at the same time have to say, again and again', async () => {
    const { bare, clone } = origin()
    const stores = [refOf(clone()), refOf(clone('--depth=1')), refOf(clone())]
    const rounds = [0, 1, 2]
    await Promise.all(
      stores.map(async (store, i) => {
        for (const round of rounds) await store.append([entry(round * 3 + i)])
      }),
    )
    expect(await commitsOf(refOf(clone()))).toEqual(Array.from({ length: 9 }, (_, n) => sha(`commit ${n}`)))
    expect(run(bare, 'rev-list', '--count', historyRef)).toBe('9')
  })

  it('is empty where nobody has written yet', async () => {
    expect(await refOf(origin().clone()).read()).toEqual(new Map())
  })

  it('may not be written by everybody: that is told with what to do', async () => {
    const { bare, clone } = origin()
    const hook = join(bare, 'hooks/pre-receive')
    mkdirSync(join(bare, 'hooks'), { recursive: true })
    writeFileSync(
      hook,
      '#!/bin/sh\necho "remote: Permission to acme/widget.git denied to bot." >&2\nexit 1\n',
    )
    chmodSync(hook, 0o755)
    await expect(refOf(clone()).append([entry(0)])).rejects.toMatchObject({
      name: 'UserError',
      remedy: expect.stringContaining('contents: write'),
    })
    expect(run(bare, 'for-each-ref', 'refs/leakdiff')).toBe('')
  })

  it('is left alone where something else stands in it', async () => {
    const { bare, clone } = origin()
    run(bare, 'update-ref', historyRef, 'HEAD')
    const store = refOf(clone())
    await expect(store.append([entry(0)])).rejects.toMatchObject({ kind: 'not-this-format' })
    await expect(store.read()).rejects.toMatchObject({ kind: 'not-this-format' })
    expect(run(bare, 'rev-parse', historyRef)).toBe(run(bare, 'rev-parse', 'HEAD'))
  })

  it('that names no commit is told', async () => {
    const { bare, clone } = origin()
    run(bare, 'update-ref', historyRef, run(bare, 'rev-parse', 'HEAD:a.txt'))
    await expect(refOf(clone()).read()).rejects.toMatchObject({ name: expect.stringMatching(/Error$/) })
  })

  it.each([
    ['a link', '120000', 'http.jsonl'],
    ['a program', '100755', 'http.jsonl'],
    ['a file of another name', '100644', '-rf.jsonl'],
  ])('with %s in it is refused', async (_, mode, name) => {
    const { bare, clone } = origin()
    const root = clone()
    writeFileSync(join(root, 'x'), '{}\n')
    const blob = run(root, 'hash-object', '-w', 'x')
    run(root, 'read-tree', '--empty')
    run(root, 'update-index', '--add', '--cacheinfo', `${mode},${blob},${name}`)
    const made = run(root, 'commit-tree', run(root, 'write-tree'), '-m', 'x')
    run(root, 'push', '-q', bare, `${made}:${historyRef}`)
    await expect(refOf(clone()).read()).rejects.toMatchObject({ kind: 'not-this-format' })
  })
})

it('a repository without an origin keeps it itself', async () => {
  const root = init(folder.make('alone'))
  commit(root, 'one', { 'a.txt': 'a' })
  await refOf(root).append([entry(0)])
  await Promise.all([refOf(root).append([entry(1)]), refOf(root).append([entry(2)])])
  expect(await commitsOf(refOf(root))).toHaveLength(3)
  expect(run(root, 'status', '--porcelain')).toBe('')
})

describe('a directory', () => {
  it('keeps records beside whatever else is there', async () => {
    const root = folder.make('directory')
    mkdirSync(join(root, 'site'))
    writeFileSync(join(root, 'site/index.html'), 'a page')
    const store = storeOf('site', { root })
    await store?.append([entry(0)])
    await store?.append([entry(1)])
    expect(await commitsOf(store as HistoryStore)).toEqual([sha('commit 0'), sha('commit 1')])
    expect(readdirSync(join(root, 'site')).sort()).toEqual(['README.md', 'http.jsonl', 'index.html'])
  })

  it('follows no link', async () => {
    const root = folder.make('linked')
    symlinkSync('/etc/passwd', join(root, 'http.jsonl'))
    await expect(storeOf('.', { root })?.read()).rejects.toMatchObject({ kind: 'not-this-format' })
  })

  it('with a file that is too large is refused', async () => {
    const root = folder.make('large')
    writeFileSync(join(root, 'http.jsonl'), ' '.repeat(limits.file + 1))
    await expect(storeOf('.', { root })?.read()).rejects.toMatchObject({ kind: 'broken' })
  })

  it('that is off keeps nothing', () => {
    const root = folder.make('off')
    expect(storeOf('off', { root })).toBeNull()
    expect(existsSync(join(root, 'off'))).toBe(false)
  })
})
