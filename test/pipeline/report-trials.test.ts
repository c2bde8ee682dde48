import { expect, test } from 'vitest'
import { loadConfig, workloadHash } from '../../src/configure/load.ts'
import { reportTrials } from '../../src/pipeline/report-trials.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { commit, init, run, testFolder } from '../checkout/repositories.ts'
import { leaveFile, leaveShards, shop, shopTrial } from '../github/report-job.ts'

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

/** What is said of one first trial a side, of which head's tells `notes`. */
async function firstTrials(inputs: Readonly<Record<string, string>>, notes: Trial['notes'], leak = 3) {
  const { root, base, measured } = merged()
  const config = await loadConfig({ root, inputs, defaultName: 'x' })
  const hash = config.workloads.map(workloadHash)[0] ?? ''
  const shards = folder.make('shards')
  const made = { base, head: measured, leak }
  leaveFile(shards, 'base-1', shopTrial(made, 'base', 1, hash))
  leaveFile(shards, 'head-1', { ...shopTrial(made, 'head', 1, hash), notes })
  const result = await reportTrials({ config, repository: { root }, directories: [shards] })
  return result.workloads[0]
}

test('a job that reports says as one that measures what a budget cannot see', async () => {
  const told = await firstTrials({ ...shop, 'budgets-tasks': '0.25' }, [], 0)
  expect(told?.notes.map(({ code }) => code)).toContain('budget-below-visible')
})

test('what a measuring job had no time for is a reason where nothing is decided, and no reason beside a pass', async () => {
  const late = [{ code: 'out-of-time', text: '`time-limit` left no time.' }]
  const undecided = await firstTrials(shop, late)
  expect(undecided?.verdict).toBe('inconclusive')
  expect(undecided?.reasons.map(({ code, text }) => [code, text])).toEqual([
    ['out-of-time', '`time-limit` left no time.'],
  ])
  const passed = await firstTrials(shop, late, 0)
  expect([passed?.verdict, passed?.reasons, passed?.notes]).toEqual(['pass', [], []])
})
