import { expect, test } from 'vitest'
import type { Use } from '../../src/github/comment/key.ts'
import { artifactName } from '../../src/github/comment/key.ts'
import type { Inputs } from '../../src/github/job/inputs.ts'
import { readJob } from '../../src/github/job/job.ts'
import { shardsOf, shardsOfRun } from '../../src/github/job/shards.ts'
import type { Log } from '../../src/log.ts'

const job = readJob({
  GITHUB_REPOSITORY: 'acme/widget',
  GITHUB_WORKFLOW_REF: 'acme/widget/.github/workflows/leaks.yml@refs/pull/1/merge',
  GITHUB_WORKSPACE: '/checkout',
})
const use: Use = {
  workflow: 'leaks.yml',
  job: 'measure',
  step: '__self',
  name: 'shop',
  config: null,
  matrix: '{"side":"base"}',
  given: null,
}
const inputs = (commentKey: string | null = null) => ({ shards: 'trials', commentKey }) as Inputs

/** A log, and the steps that it was told. */
function recorder(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = []
  return { log: { step: (text) => void lines.push(text), detail: () => undefined }, lines }
}

/** Which of these artifacts are read. */
function read({ accepts }: { accepts: (path: string) => boolean }, artifacts: readonly string[]) {
  return artifacts.filter((artifact) => accepts(`${artifact}/trials/shop/base-1.json.gz`))
}

test('a report reads what was measured for it, in any job, step and leg of its workflow', () => {
  const own = [use, { ...use, job: 'other' }, { ...use, step: '__self_2', matrix: 'null', name: null }]
  const names = own.map((one) => artifactName('trials', one))
  expect(read(shardsOf(job, inputs(), recorder().log), names)).toEqual(names)
})

test('a report passes over what other uses left, reports among them, and says each once', () => {
  const { log, lines } = recorder()
  const others = [
    artifactName('report', use),
    artifactName('trials', { ...use, workflow: 'canary.yml' }),
    artifactName('trials', { ...use, workflow: 'leaks.yml2' }),
    artifactName('trials', { ...use, given: 'canary' }),
  ]
  expect(read(shardsOf(job, inputs(), log), [...others, ...others])).toEqual([])
  expect(lines).toEqual(others.map((name) => `Skipped, as it does not belong to this report: ${name}`))
})

test('with a comment-key it reads what has the same, whatever the workflow', () => {
  const name = artifactName('trials', { ...use, workflow: 'other.yml', given: 'nightly' })
  const longer = artifactName('trials', { ...use, given: 'nightly2' })
  const shards = shardsOf(job, inputs('nightly'), recorder().log)
  expect(read(shards, [name, longer, artifactName('trials', use)])).toEqual([name])
})

test('what is not named by the action is read: a folder that somebody made', () => {
  const { accepts, directories } = shardsOf(job, inputs(), recorder().log)
  expect(accepts('trials/shop/base-1.json.gz')).toBe(true)
  expect(directories).toEqual(['/checkout/trials'])
})

test('of a fork’s run both trials and reports of that workflow are read', () => {
  const names = [artifactName('trials', use), artifactName('report', use)]
  const canary = artifactName('report', { ...use, workflow: 'canary.yml' })
  const shards = shardsOfRun(job, inputs(), recorder().log, 'leaks.yml')
  expect(read(shards, [...names, canary])).toEqual(names)
})
