import { chmodSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openRepository } from '../../src/checkout/git/repository.ts'
import { workingTreeCommit } from '../../src/checkout/worktree/working-tree.ts'
import { commit, fingerprint, init, run, testFolder, write } from './repositories.ts'

const folder = testFolder()

test('tracked and untracked files are in it, ignored ones are not, and nothing of the user is touched', async () => {
  const root = init(folder.make('user'))
  const head = commit(root, 'one', {
    'a.txt': 'a\n',
    'b.txt': 'b\n',
    'c.txt': 'c\n',
    '.gitignore': '*.log\n',
    'd/e.txt': 'e\n',
  })
  write(root, { 'a.txt': 'stashed\n' })
  run(root, 'stash', '-q')
  write(root, {
    'a.txt': 'edited\n',
    'b.txt': 'staged\n',
    'new/file with spaces.txt': 'n\n',
    'x.log': 'x\n',
  })
  run(root, 'add', 'b.txt')
  write(root, { 'b.txt': 'edited after staging\n' })
  rmSync(join(root, 'c.txt'))
  chmodSync(join(root, 'd/e.txt'), 0o755)
  symlinkSync('a.txt', join(root, 'link'))
  write(root, { later: 'l\n' })
  run(root, 'add', '--intent-to-add', 'later')
  const before = fingerprint(root)

  const sha = await workingTreeCommit({ root })
  expect(fingerprint(root)).toEqual(before)
  expect(run(root, 'rev-parse', `${sha}^`)).toBe(head)
  expect(
    run(root, 'ls-tree', '-r', '--format=%(objectmode) %(path)', '-z', sha).split('\0').filter(Boolean),
  ).toEqual([
    '100644 .gitignore',
    '100644 a.txt',
    '100644 b.txt',
    '100755 d/e.txt',
    '100644 later',
    '120000 link',
    '100644 new/file with spaces.txt', // biome-ignore format: a list
  ])
  expect(run(root, 'show', `${sha}:a.txt`)).toBe('edited')
  expect(run(root, 'show', `${sha}:b.txt`)).toBe('edited after staging')
  expect(await workingTreeCommit({ root })).toBe(sha)
})

test('a clean working tree is HEAD itself', async () => {
  const root = init(folder.make('clean'))
  const head = commit(root, 'one', { a: '1' })
  expect(await workingTreeCommit({ root })).toBe(head)
})

test('a change within the second in which the index was written is seen', async () => {
  const root = init(folder.make('racy'))
  // Times in whole seconds are all that many file systems and builds of git compare.
  run(root, 'config', 'core.checkStat', 'minimal')
  run(root, 'config', 'core.trustctime', 'false')
  const then = 1_700_000_000
  write(root, { a: 'one' })
  utimesSync(join(root, 'a'), then, then)
  const head = commit(root, 'one')
  utimesSync(join(root, '.git/index'), then, then)
  write(root, { a: 'two' })
  utimesSync(join(root, 'a'), then, then)
  const sha = await workingTreeCommit({ root })
  expect(sha).not.toBe(head)
  expect(run(root, 'show', `${sha}:a`)).toBe('two')
})

test('conflicts are taken as they stand', async () => {
  const root = init(folder.make('conflict'))
  commit(root, 'one', { a: '1\n' })
  run(root, 'checkout', '-q', '-b', 'left')
  commit(root, 'left', { a: 'left\n' })
  run(root, 'checkout', '-q', 'main')
  commit(root, 'right', { a: 'right\n' })
  expect(() => run(root, 'merge', '-q', 'left')).toThrow()
  const before = fingerprint(root)
  const sha = await workingTreeCommit({ root })
  expect(run(root, 'show', `${sha}:a`)).toBe(readFileSync(join(root, 'a'), 'utf8').trimEnd())
  expect(fingerprint(root)).toEqual(before)
})

test('a clone without an index, one with a split index, and no name of the user are fine', async () => {
  const origin = init(folder.make('origin'))
  commit(origin, 'one', { a: '1', b: '2' })
  const root = folder.make('clone')
  run(root, 'clone', '-q', '--no-checkout', `file://${origin}`, '.')
  const empty = await workingTreeCommit({ root })
  expect(run(root, 'ls-tree', empty)).toBe('')
  run(root, 'checkout', '-q', 'main')
  run(root, 'update-index', '--split-index')
  write(root, { a: 'changed' })
  vi.stubEnv('HOME', '/nonexistent').stubEnv('EMAIL', undefined)
  const before = fingerprint(root)
  const sha = await workingTreeCommit({ root })
  expect(run(root, 'show', `${sha}:a`)).toBe('changed')
  expect(run(root, 'show', `${sha}:b`)).toBe('2')
  expect(fingerprint(root)).toEqual(before)
})

test('started below the root it still takes the whole tree', async () => {
  const root = init(folder.make('whole'))
  commit(root, 'one', { a: '1' })
  write(root, { 'sub/b': '2', c: '3' })
  const sha = await workingTreeCommit(await openRepository(join(root, 'sub')))
  expect(run(root, 'ls-tree', '-r', '--name-only', sha).split('\n')).toEqual(['a', 'c', 'sub/b'])
})
