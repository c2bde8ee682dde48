import { expect, test } from 'vitest'
import { pathMatcher, skippedWorkloads, strayGlobs } from '../../src/checkout/changes/changed-paths.ts'
import { commit, init, run, testFolder } from './repositories.ts'

const folder = testFolder()

test.each([
  [['api/**'], 'api/x/main.go', true],
  [['api/**'], 'web/x.js', false],
  [['api'], 'api/x/main.go', true],
  [['api/'], 'api/.env', true],
  [['go.mod'], 'go.mod', true],
  [['go.mod'], 'tools/go.mod', false],
  [['**/*.go'], 'main.go', true],
  [['api/**', '!**/*.md'], 'api/README.md', false],
  [['!docs'], 'docs/x', false],
  [['!docs'], 'main.go', true],
])('%j and %s: %s', (globs, path, matches) => {
  expect(pathMatcher(globs)(path)).toBe(matches)
})

function monorepo() {
  const root = init(folder.make('mono'))
  const base = commit(root, 'base', { 'api/a.go': 'a', 'web/b.js': 'b\nb\nb\n', 'lib/c.go': 'c' })
  return { root, base }
}

const commits = (base: string, head: string) => ({
  base: { sha: base, how: 'given' as const },
  head: { sha: head, how: 'given' as const },
})
const api = { name: 'api', changed: ['api/**', 'lib/**'] }
const web = { name: 'web', changed: ['web/**'] }
const all = { name: 'all' }

test('what no changed file concerns is skippedWorkloads', async () => {
  const { root, base } = monorepo()
  const head = commit(root, 'head', { 'web/b.js': 'other' })
  expect([...(await skippedWorkloads({ root }, commits(base, head), [api, web, all]))]).toEqual(['api'])
})

test('a file that is gone, or has moved away, has changed', async () => {
  const { root, base } = monorepo()
  run(root, 'rm', '-q', 'lib/c.go')
  run(root, 'mv', 'web/b.js', 'moved.js')
  const head = commit(root, 'head', {})
  expect([
    ...(await skippedWorkloads({ root }, commits(base, head), [
      api,
      { name: 'web', changed: ['web/**', 'api/**'] },
    ])),
  ]).toEqual([])
})

test('without a base everything is measured', async () => {
  const { root, base } = monorepo()
  expect([...(await skippedWorkloads({ root }, { ...commits(base, base), base: null }, [api, web]))]).toEqual(
    [],
  )
})

test('globs that match nothing at all are refused: they would never measure', async () => {
  const { root, base } = monorepo()
  const head = commit(root, 'head', { 'web/b.js': 'other' })
  const misspelt = { name: 'api', changed: ['apii/**'] }
  await expect(skippedWorkloads({ root }, commits(base, head), [misspelt])).rejects.toThrow(
    /no file of head matches apii/,
  )
})

test('a glob that matches no file is told, by workload; one of a file that is gone is not', async () => {
  const { root, base } = monorepo()
  run(root, 'rm', '-q', 'lib/c.go')
  const head = commit(root, 'head', {})
  const misspelt = { name: 'web', changed: ['web/**', 'wbe/**', '!dcos/**', 'lib'] }
  const notes = await strayGlobs({ root }, commits(base, head), [api, misspelt, all])
  expect([...notes.keys()]).toEqual(['web'])
  expect(notes.get('web')?.map(({ text }) => text)).toEqual([
    '`changed`: no file matches `wbe/**`; globs are taken from the root of the repository.',
    '`changed`: no file matches `!dcos/**`; globs are taken from the root of the repository.',
  ])
})
