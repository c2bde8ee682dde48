import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { originOf } from '../../src/checkout/git/origin.ts'
import { openRepository } from '../../src/checkout/git/repository.ts'
import { commit, init, run, testFolder } from './repositories.ts'

const folder = testFolder()

const repository = async (name: string) => {
  const root = init(folder.make(name))
  commit(root, 'one', { 'a.txt': 'x' })
  return { root, opened: await openRepository(root) }
}

test('a repository without a remote is called by its folder', async () => {
  const { opened, root } = await repository('shop')
  expect(await originOf(opened)).toEqual({ name: basename(root), url: null, branch: null })
})

test('a clone that does not know the default branch tells none; one that does tells it', async () => {
  const { opened, root } = await repository('clone')
  run(root, 'remote', 'add', 'origin', 'git@example.com:team/shop.git')
  const url = 'https://example.com/team/shop'
  expect(await originOf(opened)).toEqual({ name: 'team/shop', url, branch: null })
  run(root, 'update-ref', 'refs/remotes/origin/trunk', 'HEAD')
  run(root, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
  expect(await originOf(opened)).toEqual({ name: 'team/shop', url, branch: 'trunk' })
})
