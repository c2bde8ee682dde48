import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { resultSchema } from '../../src/report/result.ts'
import { counted, leaving } from '../harness/counted.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { type JobRequest, prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { node24, pathOrSkip, root } from '../harness/toolchain.ts'

const node = pathOrSkip(node24())

describe.skipIf(node === null)('the bundled action', () => {
  let emulator: Emulator
  let gate: Gate
  let pull: PullRequestRepository

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
    pull = makePullRequest(leaving(0), leaving(1))
  })
  afterEach(() => gate.reset())
  afterAll(async () => {
    pull?.remove()
    await gate?.close()
    await emulator?.close()
  })

  async function act(
    change: Partial<JobRequest>,
    cancelAt?: RegExp,
    more: Record<string, string> = {},
  ): Promise<Step> {
    const job = prepareJob({
      event: 'pull_request',
      payload: {},
      apiUrl: gate.url,
      workspace: pull.workspace,
      sha: pull.merge(),
      inputs: { ...counted, token: emulator.tokens.write },
      ...change,
    })
    const script = join(root, 'dist/action.mjs')
    const environment = { ACTIONS_RUNTIME_TOKEN: 'x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x', ...more }
    const step = await runStep({ node: node ?? '', script, job, environment, ...(cancelAt && { cancelAt }) })
    if (step.outputs.result) {
      expect(() =>
        resultSchema.parse(JSON.parse(readFileSync(step.outputs.result ?? '', 'utf8'))),
      ).not.toThrow()
    }
    job.remove()
    return step
  }

  test('stops a leak, and lets the pull request pass once it is gone', async () => {
    const number = await emulator.pullRequest()
    const red = await act({ payload: pull.payload(number) })
    expect(red).toMatchObject({ status: 1, outputs: { verdict: 'fail', leaks: '1' } })
    expect(red.summary).toContain('keepAlive')
    const [error, place] = red.commands.filter((c) => c.command === 'error')
    expect(error?.message).toMatch(/leaks 1 .* per operation/)
    expect(place?.properties).toMatchObject({ file: 'keep.go', line: '7' })
    const [made] = await emulator.comments(number)
    expect(made?.body).toMatch(/^<!-- leakdiff:leaks\.yml\/reconnect -->\n/)
    expect(made?.body).toContain('keepAlive')

    pull.push(leaving(0))
    const green = await act({ payload: pull.payload(number) })
    expect(green).toMatchObject({ status: 0, outputs: { verdict: 'pass', leaks: '0' } })
    expect(await emulator.comments(number)).toMatchObject([
      { id: made?.id, body: expect.stringContaining('✅') },
    ])
  })

  test('measures in two jobs and reports in a third, with the same verdict', async () => {
    const number = await emulator.pullRequest()
    pull.push(leaving(1))
    const trials = mkdtempSync(join(tmpdir(), 'shards-'))
    const inputs = { ...counted, token: emulator.tokens.write, artifact: 'false' }
    for (const side of ['base', 'head']) {
      const temp = join(trials, side)
      mkdirSync(temp)
      const own = { ...inputs, mode: 'measure', side, matrix: JSON.stringify({ side }) }
      const step = await act({ payload: pull.payload(number), inputs: own }, undefined, {
        RUNNER_TEMP: temp,
      })
      expect(step.status).toBe(0)
      expect(step.outputs.trials).toMatch(
        new RegExp(`^${temp}/leakdiff-trials-leaks\\.yml\\+reconnect\\+side=${side}`),
      )
    }
    const shown = await act({
      payload: pull.payload(number),
      inputs: { ...inputs, mode: 'report', shards: trials },
    })
    expect(shown).toMatchObject({ status: 1, outputs: { verdict: 'fail', leaks: '1' } })
    expect((await emulator.comments(number))[0]?.body).toContain('keepAlive')

    rmSync(join(trials, 'base'), { recursive: true })
    const part = await act({
      payload: pull.payload(number),
      inputs: { ...inputs, mode: 'report', shards: trials },
    })
    expect(part).toMatchObject({ status: 3, outputs: { verdict: 'inconclusive' } })
    expect(part.summary).toContain('Trial 1 of base')
    rmSync(trials, { recursive: true })
  })

  test('compares a push with the commit before it, comments nothing, and gives no token to its commands', async () => {
    pull.push(leaving(0))
    const payload = { before: pull.base, ref: 'refs/heads/main', repository: { default_branch: 'main' } }
    const setup = '! env | grep -e ^INPUT_ -e ^ACTIONS_ -e ghs_'
    const inputs = { ...counted, setup, token: emulator.tokens.write }
    const step = await act({ event: 'push', payload, inputs })
    expect(step).toMatchObject({ status: 0, outputs: { verdict: 'pass', 'comment-url': '' } })
    expect(gate.requests).toEqual([])
  })

  test('says so when the job is cancelled, and leaves the comment alone', async () => {
    const number = await emulator.pullRequest()
    const step = await act({ payload: pull.payload(number) }, /round 2 of/)
    expect(step).toMatchObject({ status: 3, outputs: { verdict: 'inconclusive', 'comment-url': '' } })
    expect(step.summary).toContain('SIGINT')
    expect(gate.requests).toEqual([])
  })

  test('says when nothing can be compared with, and fails', async () => {
    const step = await act({ event: 'deployment', payload: {} })
    expect(step).toMatchObject({ status: 3, outputs: { verdict: 'inconclusive' } })
    expect(step.commands).toMatchObject([
      { command: 'add-mask' },
      { command: 'add-mask' },
      { command: 'error' },
    ])
  })

  test.each([
    ['pull_request_target', { payload: {}, event: 'pull_request_target' }, /pull_request_target/],
    ['a workload without a round', { inputs: { start: 'node server.mjs' } }, /round/],
    ['a key that is none', { inputs: { config: 'workloads:\n  x: { strat: a }' } }, /did you mean `start`/i],
  ])('refuses %s, saying why, and asks GitHub for nothing', async (_, change, words) => {
    const step = await act({ payload: pull.payload(1), ...change })
    expect(step.status).toBe(2)
    expect(step.commands.filter((c) => c.command === 'error')).toMatchObject([
      { message: expect.stringMatching(words) },
    ])
    expect(gate.requests).toEqual([])
  })
})
