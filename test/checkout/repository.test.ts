import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { gitEnvironment } from '../../src/checkout/git/environment.ts'
import { git } from '../../src/checkout/git/git.ts'
import { openRepository } from '../../src/checkout/git/repository.ts'
import { checkOut, containsDirectory } from '../../src/checkout/worktree/worktree.ts'
import { describeError } from '../../src/errors.ts'
import { commit, init, run, testFolder } from './repositories.ts'

const folder = testFolder()

const said = (directory: string) => openRepository(directory).then(({ root }) => root, describeError)

test('the root is found from a folder below it, and through a link', async () => {
  const root = init(folder.make('with space'))
  commit(root, 'one', { 'a/b/c.txt': 'x' })
  expect(await said(join(root, 'a/b'))).toBe(root)
  symlinkSync(root, `${root}-link`)
  expect(await said(`${root}-link`)).toBe(root)
})

test('what is no checkout with a commit is refused', async () => {
  expect(await said(folder.make('plain'))).toMatch(
    /is not in a git repository\n.*run actions\/checkout in a step before/,
  )
  expect(await said('/no/such/folder')).toMatch(/There is no folder \/no\/such\/folder/)
  expect(await said(init(folder.make('unborn')))).toMatch(/has no commit yet/)
  const bare = folder.make('bare')
  run(bare, 'init', '-q', '--bare')
  expect(await said(bare)).toMatch(/has no work tree/)
  const root = init(folder.make('inside'))
  commit(root, 'one')
  expect(await said(join(root, '.git'))).toMatch(/has no work tree/)
})

test('a shell that points git elsewhere does not mislead ours', async () => {
  const root = init(folder.make('here'))
  commit(root, 'one', { a: '1' })
  const other = init(folder.make('other'))
  vi.stubEnv('GIT_DIR', join(other, '.git'))
    .stubEnv('GIT_WORK_TREE', other)
    .stubEnv('GIT_INDEX_FILE', '/nowhere')
  try {
    expect(await said(root)).toBe(root)
  } finally {
    for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) vi.stubEnv(name, undefined)
  }
})

test("another user's checkout is refused, unless it is said to be trusted", async () => {
  const root = init(folder.make('theirs'))
  const sha = commit(root, 'one', { a: '1' })
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
  try {
    expect(await said(root)).toMatch(/git does not trust .*\n.*git config --global --add safe.directory/)
    const repository = await openRepository(root, { trusted: true })
    const commits = { base: null, head: { sha, how: 'head' } } as const
    await using revisions = await checkOut(repository, commits, {
      workloads: [{ directory: '.', driver: [] }],
    })
    expect(await containsDirectory(revisions.head, '.')).toBe(true)
  } finally {
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', undefined)
  }
})

test('no hook runs', async () => {
  const root = init(folder.make('hooked'))
  const sha = commit(root, 'one')
  mkdirSync(join(root, '.git/hooks'), { recursive: true })
  writeFileSync(join(root, '.git/hooks/post-checkout'), '#!/bin/sh\necho ran > hook-ran\nexit 1\n', {
    mode: 0o755,
  })
  await git({ root }, ['worktree', 'add', '--quiet', '--detach', `${root}-tree`, sha])
  expect(run(`${root}-tree`, 'status', '--porcelain')).toBe('')
})

test('settings and the token are added to what is set, in the environment alone', () => {
  const outer = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'user.name',
    GIT_CONFIG_VALUE_0: 'Ann',
    GIT_DIR: '/x',
    PATH: '/bin',
  }
  const env = gitEnvironment(outer, { server: 'https://github.com/', token: 'secret' }, true)
  const pairs = Array.from({ length: Number(env.GIT_CONFIG_COUNT) }, (_, n) => [
    env[`GIT_CONFIG_KEY_${n}`],
    env[`GIT_CONFIG_VALUE_${n}`],
  ])
  expect(pairs[0]).toEqual(['user.name', 'Ann'])
  expect(pairs.slice(-3)).toEqual([
    ['safe.directory', '*'],
    ['http.https://github.com/.extraheader', ''],
    [
      'http.https://github.com/.extraheader',
      `AUTHORIZATION: basic ${Buffer.from('x-access-token:secret').toString('base64')}`,
    ],
  ])
  expect(env).toMatchObject({ GIT_TERMINAL_PROMPT: '0', PATH: '/bin' })
  expect(env).not.toHaveProperty('GIT_DIR')
  const plain = gitEnvironment({}, null, false)
  expect(Object.values(plain)).not.toContain('safe.directory')
})

test('a failure tells command, reason and last lines', async () => {
  const root = init(folder.make('failing'))
  commit(root, 'one')
  const text = await git({ root }, ['checkout', 'no-such-branch']).catch(describeError)
  expect(text).toMatch(
    /`git checkout no-such-branch` ended with status 1:\n {2}error: pathspec 'no-such-branch'/,
  )
})
