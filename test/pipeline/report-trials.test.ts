import { expect, test } from 'vitest'
import { loadConfig, workloadHash } from '../../src/configure/load.ts'
import { reportTrials } from '../../src/pipeline/report-trials.ts'
import { commit, init, run, testFolder } from '../checkout/repositories.ts'
import { leaveShards, shop } from '../github/report-job.ts'

const folder = testFolder()
const source = (...lines: readonly string[]) => `${lines.join('\n')}\n`

/** main grew a line above while the pull request changed the function that leaks. */
function merged() {
  const root = init(folder.make('merged'))
  commit(root, 'start', { 'keepAlive.go': source('a', 'b', 'c') })
  run(root, 'checkout', '--quiet', '-b', 'change')
  const own = commit(root, 'change', { 'keepAlive.go': source('a', 'b', 'd') })
  run(root, 'checkout', '--quiet', 'main')
  const base = commit(root, 'meanwhile', { 'keepAlive.go': source('0', 'a', 'b', 'c') })
  run(root, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'change')
  return { root, base, own, measured: run(root, 'rev-parse', 'HEAD').trim() }
}

async function report(of: { readonly merged?: string } = {}, measured?: string) {
  const made = merged()
  const head = measured ?? made.measured
  const config = await loadConfig({ root: made.root, inputs: shop, defaultName: 'x' })
  const shards = folder.make('shards')
  leaveShards(shards, { base: made.base, head, leak: 3 }, config.workloads.map(workloadHash)[0] ?? '')
  const request = { config, repository: { root: made.root }, directories: [shards] }
  const result = await reportTrials({ ...request, merged: made.own, ...of })
  return { ...made, result }
}

test('lines that other jobs measured on GitHub’s merge are carried to the pull request’s own commit', async () => {
  const { result, own } = await report()
  expect(result.verdict).toBe('fail')
  expect(result.head.pullRequest?.sha).toBe(own)
  expect(result.head.pullRequest?.moved['keepAlive.go']).toContainEqual({ from: 2, by: -1 })
})

test('where the measured commit cannot be had no line is linked', async () => {
  const { result, own } = await report({}, 'e'.repeat(40))
  expect(result.head.pullRequest).toEqual({ sha: own, moved: { 'keepAlive.go': [{ from: 1, by: null }] } })
})
