import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Result, resultSchema } from '../../src/report/result.ts'
import { hashOf, leaveShards, scratch } from '../github/report-job.ts'
import { counted, leaving } from '../harness/counted.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { locked } from '../harness/github-answers.ts'
import { git, makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { type JobRequest, prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { bundle, node24, pathOrSkip } from '../harness/toolchain.ts'

const node = pathOrSkip(node24())
const none = '0'.repeat(40)

describe.skipIf(node === null)('the bundled action, by event,', () => {
  let emulator: Emulator
  let gate: Gate
  let pull: PullRequestRepository

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
    pull = makePullRequest(leaving(0), leaving(0))
  })
  afterEach(() => gate.reset())
  afterAll(async () => {
    pull?.remove()
    await gate?.close()
    await emulator?.close()
  })

  interface Told extends Step {
    /** null: the step wrote none. */
    readonly result: Result | null
  }

  async function act(
    request: Pick<JobRequest, 'event' | 'payload'> & Partial<JobRequest>,
    of: PullRequestRepository = pull,
  ): Promise<Told> {
    const inputs = { ...counted, token: emulator.tokens.write, ...request.inputs }
    const common = { apiUrl: gate.url, workspace: of.workspace, sha: of.merge() }
    const job = prepareJob({ ...common, ...request, inputs })
    const step = await runStep({ node: node ?? '', script: bundle('action.mjs'), job })
    const path = step.outputs.result
    const result = path ? resultSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
    job.remove()
    return { ...step, result }
  }

  /** It passed, and not for want of looking. */
  function expectMeasured({ log, result, status }: Told, how: string, sha: string): void {
    expect(status, log).toBe(0)
    expect(result).toMatchObject({ verdict: 'pass', base: { how, sha } })
    expect(result?.workloads).toMatchObject([{ trials: { base: 1, head: 1 } }])
    expect(gate.requests).toEqual([])
  }
  function expectUndecided({ log, result, status, summary }: Told, words: string): void {
    expect(status, log).toBe(3)
    expect(result?.verdict).toBe('inconclusive')
    expect(summary).toContain(words)
  }

  const repository = { default_branch: 'main' }
  const pushed = (more: object) => ({ ref: 'refs/heads/feature', repository, ...more })

  test('merge_group is compared with the base that it names, and comments nothing', async () => {
    const payload = { merge_group: { base_sha: pull.base, head_sha: pull.merge() }, repository }
    expectMeasured(await act({ event: 'merge_group', payload }), 'merge-group', pull.base)
  })

  test('push of a new branch, or a forced one, is compared with what it has in common with the default branch', async () => {
    for (const more of [
      { before: none, created: true },
      { before: 'd'.repeat(40), forced: true },
    ])
      expectMeasured(await act({ event: 'push', payload: pushed(more) }), 'merge-base', pull.base)
  })

  test('push whose commit before is gone is undecided', async () => {
    const step = await act({ event: 'push', payload: pushed({ before: 'd'.repeat(40) }) })
    expectUndecided(step, 'ddddddd')
  })

  test('push that deletes a branch is no pass', async () => {
    const step = await act({ event: 'push', payload: pushed({ before: pull.base, deleted: true }) })
    expectUndecided(step, 'The push deleted')
  })

  test.each(['schedule', 'workflow_dispatch'])(
    '%s is compared with the newest tag, else with the commit before, or what is given',
    async (event) => {
      const payload = { repository }
      const given = { base: pull.base }
      expectMeasured(await act({ event, payload, inputs: given }), 'given', pull.base)
      expectMeasured(await act({ event, payload }), 'first-parent', pull.base)
      git(pull.origin, 'tag', 'v1', pull.base)
      expectMeasured(await act({ event, payload }), 'tag', pull.base)
      git(pull.origin, 'tag', '-d', 'v1')
    },
  )

  test('pull_request whose branch is gone by now is measured all the same', async () => {
    const gone = makePullRequest(leaving(0), leaving(0))
    const payload = gone.payload(await emulator.pullRequest())
    git(gone.origin, 'branch', '-D', 'feature')
    const step = await act({ event: 'pull_request', payload }, gone)
    gone.remove()
    expect(step).toMatchObject({ status: 0, result: { verdict: 'pass', base: { how: 'merge-parent' } } })
  })

  test('pull_request whose target is gone by now is undecided when it is needed', async () => {
    const gone = makePullRequest(leaving(0), leaving(0))
    const payload = gone.payload(await emulator.pullRequest())
    git(gone.workspace, 'fetch', '-q', 'origin', gone.head())
    git(gone.workspace, 'checkout', '-q', '--detach', gone.head())
    git(gone.origin, 'branch', '-D', 'main')
    const step = await act({ event: 'pull_request', payload }, gone)
    gone.remove()
    expectUndecided(step, 'origin has no branch')
  })

  describe('a pull request that leaks', () => {
    const shards = scratch('shards')
    beforeAll(async () =>
      leaveShards(
        shards.path,
        { base: pull.base, head: pull.merge(), leak: 1, runtime: 'go', workload: 'reconnect' },
        await hashOf({ ...counted, name: 'reconnect' }),
      ),
    )
    afterAll(() => shards.remove())
    const reported = async (number: number) =>
      await act({
        event: 'pull_request',
        payload: pull.payload(number),
        inputs: { mode: 'report', shards: shards.path },
      })

    test('and is closed meanwhile fails as before', async () => {
      const number = await emulator.pullRequest()
      await emulator.shut(number)
      expect(await reported(number)).toMatchObject({ status: 1, outputs: { verdict: 'fail' } })
      expect(await emulator.comments(number)).toHaveLength(1)
    })

    test('and is locked meanwhile fails as before, and why there is no comment is said', async () => {
      const number = await emulator.pullRequest()
      gate.fault({ method: 'POST', answer: locked })
      const step = await reported(number)
      expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', 'comment-url': '' } })
      const warnings = step.commands.filter((c) => c.command === 'warning').map((c) => c.message)
      expect(warnings).toEqual([expect.stringContaining('is locked')])
    })
  })
})
