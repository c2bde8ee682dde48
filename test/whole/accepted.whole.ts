import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hashOf, leaveShards, scratch, shop } from '../github/report-job.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { bundle, node24, pathOrSkip } from '../harness/toolchain.ts'

const node = pathOrSkip(node24())
const ended = { site: 'keepAlive', expires: '2020-02-29', reason: 'until the next release', 'up-to': 2 }
const unused = { site: 'longGone', expires: '2999-12-31', reason: 'was a cache', 'up-to': 2 }
const holding = { site: 'keepAlive', expires: '2999-12-31', reason: 'a cache of ten', 'up-to': 2 }

interface Case {
  /** Tasks that head gains a round. */
  readonly leak: 0 | 1
  readonly waivers?: readonly object[]
  readonly policy?: object
  readonly status: 0 | 1
  readonly verdict: 'pass' | 'fail'
  /** What the comment says; null: there is none. */
  readonly comment: RegExp | null
  readonly summary?: RegExp
  readonly commands: readonly string[]
}

const cases: readonly (readonly [name: string, of: Case])[] = [
  [
    'a waiver that has ended excuses nothing, and that is told',
    {
      ...{ leak: 1, waivers: [ended], status: 1, verdict: 'fail', commands: ['error', 'error'] },
      ...{ comment: /ended on 2020-02-29/, summary: /ended on 2020-02-29/ },
    },
  ],
  [
    'one that excuses nothing any more is told beside a leak',
    {
      ...{ leak: 1, waivers: [unused], status: 1, verdict: 'fail', commands: ['error', 'error'] },
      ...{ comment: /longGone.*excuses nothing any more/, summary: /longGone.*excuses nothing any more/ },
    },
  ],
  [
    'and in the summary alone of a clean pull request',
    {
      ...{ leak: 0, waivers: [unused, ended], status: 0, verdict: 'pass', commands: [] },
      ...{ comment: null, summary: /longGone.*excuses nothing any more/ },
    },
  ],
  [
    'one that holds lets the pull request pass',
    { leak: 1, waivers: [holding], status: 0, verdict: 'pass', comment: null, commands: [] },
  ],
  [
    '`fail-on: never` comments on a leak, and lets it pass',
    {
      ...{ leak: 1, policy: { 'fail-on': 'never' }, status: 0, verdict: 'fail' },
      ...{ comment: /❌/, commands: ['warning', 'warning'] },
    },
  ],
  [
    '`fail-on: never` with `comment: never` says it in the summary',
    {
      ...{ leak: 1, policy: { 'fail-on': 'never', comment: 'never' }, status: 0, verdict: 'fail' },
      ...{ comment: null, summary: /keepAlive/, commands: ['warning', 'warning'] },
    },
  ],
  [
    '`fail-on: leak` with `comment: never` fails without a comment',
    {
      ...{ leak: 1, policy: { 'fail-on': 'leak', comment: 'never' }, status: 1, verdict: 'fail' },
      ...{ comment: null, summary: /keepAlive/, commands: ['error', 'error'] },
    },
  ],
  [
    '`comment: always` comments on a clean one, with what has ended',
    {
      ...{ leak: 0, waivers: [ended], policy: { comment: 'always' }, status: 0, verdict: 'pass' },
      ...{ comment: /✅/, summary: /ended on 2020-02-29/, commands: [] },
    },
  ],
]

describe.skipIf(node === null)('what a team accepts', () => {
  let emulator: Emulator
  let gate: Gate
  let pull: PullRequestRepository

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
    pull = makePullRequest({ 'a.txt': '1' }, { 'a.txt': '2' })
  })
  afterEach(() => gate.reset())
  afterAll(async () => {
    pull?.remove()
    await gate?.close()
    await emulator?.close()
  })

  async function act(number: number, { leak, policy = {}, waivers = [] }: Case): Promise<Step> {
    const { name, ...workload } = shop
    // JSON is YAML.
    const config = JSON.stringify({ ...policy, workloads: { [name]: { ...workload, waivers } } })
    const shards = scratch('shards')
    leaveShards(shards.path, { base: pull.base, head: pull.merge(), leak }, await hashOf(shop))
    const job = prepareJob({
      event: 'pull_request',
      payload: pull.payload(number),
      apiUrl: gate.url,
      workspace: pull.workspace,
      sha: pull.merge(),
      inputs: { config, mode: 'report', shards: shards.path, token: emulator.tokens.write },
    })
    const step = await runStep({ node: node ?? '', script: bundle('action.mjs'), job })
    job.remove()
    shards.remove()
    return step
  }

  test.each(cases)('%s', async (_, expected) => {
    const number = await emulator.pullRequest()
    const step = await act(number, expected)
    const { commands, status, verdict } = expected
    expect(step, step.log).toMatchObject({ status, outputs: { verdict } })
    expect(step.commands.map((c) => c.command).filter((c) => c !== 'add-mask')).toEqual(commands)
    if (expected.summary) expect(step.summary).toMatch(expected.summary)
    const bodies = (await emulator.comments(number)).map((c) => c.body)
    expect(bodies).toEqual(expected.comment === null ? [] : [expect.stringMatching(expected.comment)])
    if (expected.policy && 'comment' in expected.policy && expected.policy.comment === 'never')
      expect(gate.requests).toEqual([])
  })
})
