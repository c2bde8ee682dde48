import { expect, test } from 'vitest'
import { movedLines } from '../../src/checkout/changes/moved-lines.ts'
import { chooseCommits } from '../../src/checkout/commits/choose.ts'
import { mappedLine } from '../../src/report/line-mapping.ts'
import { commit, init, run, testFolder } from './repositories.ts'

const folder = testFolder()

const lines = (...texts: readonly string[]) => `${texts.join('\n')}\n`

/** main grew two lines above and changed the last one while the pull request edited the third. */
function merged() {
  const root = init(folder.make('merged'))
  commit(root, 'start', { 'a.go': lines('1', '2', '3', '4', '5', '6', '7'), 'same.go': lines('x') })
  run(root, 'checkout', '--quiet', '-b', 'change')
  const own = commit(root, 'change', {
    'a.go': lines('1', '2', 'three', '4', '5', '6', '7'),
    'same.go': lines('y'),
  })
  run(root, 'checkout', '--quiet', 'main')
  commit(root, 'meanwhile', {
    'a.go': lines('0', '0', '1', '2', '3', '4', '5', '6', 'seven'),
    'new.go': lines('n'),
  })
  run(root, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'change')
  return { root, own, measured: run(root, 'rev-parse', 'HEAD').trim() }
}

test('lines of a merge commit are mappedLine to the commit of the pull request', async () => {
  const { root, own, measured } = merged()
  const files = ['a.go', 'same.go', 'new.go', 'not-there.go']
  const pullRequest = await movedLines({ root }, { measured, sha: own, files })
  if (pullRequest === null) throw new Error('not mappedLine')
  const moved = Object.fromEntries(Object.entries(pullRequest.moved).map(([f, m]) => [f, [...m]]))
  const head = { sha: measured, how: 'head' as const, pullRequest: { sha: own, moved } }
  const at = (file: string, line: number) => mappedLine({ head }, { file, line })
  expect(at('a.go', 5)).toEqual({ sha: own, line: 3 })
  expect(at('a.go', 8)).toEqual({ sha: own, line: 6 })
  expect(at('a.go', 1).line).toBe(0)
  expect(at('a.go', 9).line).toBe(0)
  expect(at('same.go', 1)).toEqual({ sha: own, line: 1 })
  expect(at('new.go', 1).line).toBe(0)
})

test('a commit that cannot be had leaves lines where they were measured', async () => {
  const { root, measured } = merged()
  expect(await movedLines({ root }, { measured, sha: 'a'.repeat(40), files: ['a.go'] })).toBeNull()
})

test('the commit that GitHub merged is known with the merge commit', async () => {
  const { root, own, measured } = merged()
  const payload = { pull_request: { head: { sha: own }, base: { ref: 'main' } } }
  run(root, 'remote', 'add', 'origin', root)
  const { head } = await chooseCommits({ repository: { root }, event: { name: 'pull_request', payload } })
  expect(head).toEqual({ sha: measured, how: 'head', merged: own })
})
