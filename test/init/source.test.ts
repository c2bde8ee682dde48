import { expect, it } from 'vitest'
import { cloned } from '../../src/init/write/source.ts'
import { commit, init, run, testFolder } from '../checkout/repositories.ts'

const folder = testFolder()

it('a clone is named by its commit where GitHub has that too', async () => {
  const root = init(folder.make('clone'))
  const first = commit(root, 'published', { 'action.yml': '' })
  run(root, 'remote', 'add', 'origin', 'https://github.com/acme/leakdiff.git')
  expect(await cloned(root)).toBeNull()
  run(root, 'update-ref', 'refs/remotes/origin/main', first)
  expect(await cloned(root)).toMatchObject({ repository: 'acme/leakdiff', commit: first })
  commit(root, 'not pushed', { 'action.yml': 'name: x' })
  expect(await cloned(root)).toBeNull()
})
