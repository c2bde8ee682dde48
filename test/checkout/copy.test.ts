import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkOut } from '../../src/checkout/worktree/worktree.ts'
import { describeError } from '../../src/errors.ts'
import { commit, fingerprint, init, run, testFolder, write } from './repositories.ts'

const folder = testFolder()

function repository() {
  const root = init(folder.make('user'))
  const base = commit(root, 'base', { '.gitignore': '.env*\nmade/\n', 'a.txt': 'base' })
  const head = commit(root, 'head', { 'a.txt': 'head' })
  write(root, { '.env.test': 'KEY=1', 'made/x/y.json': '{}' })
  const commits = { base: { sha: base, how: 'given' as const }, head: { sha: head, how: 'given' as const } }
  const out = (copy: readonly string[]) =>
    checkOut({ root }, commits, { workloads: [{ directory: '.', driver: [], copy }] })
  return { root, out }
}

test('ignored files and folders of the checkout are in both revisions, and the checkout is as it was', async () => {
  const { out, root } = repository()
  const before = fingerprint(root)
  {
    await using revisions = await out(['.env.test', 'made'])
    for (const side of [revisions.base, revisions.head]) {
      expect(readFileSync(join(side?.directory ?? '', '.env.test'), 'utf8')).toBe('KEY=1')
      expect(existsSync(join(side?.directory ?? '', 'made/x/y.json'))).toBe(true)
    }
  }
  expect(fingerprint(root)).toEqual(before)
})

test.each([
  ['.env.gone', /`copy`: .env.gone is not in the checkout .*\n.*Make it before/],
  ['a.txt', /tracked by git.*\n.*`driver`/],
  ['out', /leads out of the checkout/],
  ['out/passwd', /leads out of the checkout/],
])('%s is refused', async (path, expected) => {
  const { out, root } = repository()
  symlinkSync('/etc', join(root, 'out'))
  const error = await out([path]).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(describeError(error)).toMatch(expected)
})

test('a link that a revision has in its place is replaced, never followed', async () => {
  const root = init(folder.make('user'))
  const outside = folder.make('outside')
  write(outside, { secret: 'skippedWorkloads' })
  symlinkSync(join(outside, 'secret'), join(root, 'settings'))
  const sha = commit(root, 'a link', {})
  run(root, 'rm', '-q', 'settings')
  const head = commit(root, 'ignored', { '.gitignore': 'settings' })
  write(root, { settings: 'mine' })
  const commits = { base: { sha, how: 'given' as const }, head: { sha: head, how: 'given' as const } }
  await using revisions = await checkOut({ root }, commits, {
    workloads: [{ directory: '.', driver: [], copy: ['settings'] }],
  })
  expect(readFileSync(join(revisions.base?.directory ?? '', 'settings'), 'utf8')).toBe('mine')
  expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('skippedWorkloads')
})
