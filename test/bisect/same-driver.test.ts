import { expect, it } from 'vitest'
import { withDriver } from '../../src/bisect/same-driver.ts'
import { commit, init, run, testFolder } from '../checkout/repositories.ts'

const folder = testFolder()

it('a commit from before the driver gets it, in a commit of its own; one with the same is itself', async () => {
  const root = init(folder.make('driver'))
  const old = commit(root, 'old', { 'a.txt': '1', 'scripts/old.sh': 'gone' })
  run(root, 'rm', '-q', '-r', 'scripts')
  const newer = commit(root, 'newer', { 'a.txt': '2', 'scripts/load.sh': 'drive', 'scripts/deep/x.sh': 'x' })
  const newest = commit(root, 'newest', { 'a.txt': '3' })
  const before = [
    run(root, 'for-each-ref'),
    run(root, 'status', '--porcelain'),
    run(root, 'ls-files', '--stage'),
  ]
  const same = { driver: ['scripts'], like: newest }
  expect(await withDriver({ root }, newer, same)).toBe(newer)
  const driven = await withDriver({ root }, old, same)
  expect(run(root, 'ls-tree', '-r', '--name-only', driven).split('\n')).toEqual([
    'a.txt',
    'scripts/deep/x.sh',
    'scripts/load.sh',
  ])
  expect(run(root, 'show', `${driven}:a.txt`)).toBe('1')
  expect([
    run(root, 'for-each-ref'),
    run(root, 'status', '--porcelain'),
    run(root, 'ls-files', '--stage'),
  ]).toEqual(before)
})
