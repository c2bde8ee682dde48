import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resultSchema } from '../../src/report/result.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { clean, leaksOneTimerPerRequest, plantedLine, workload } from '../harness/programs.ts'
import { makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { type JobRequest, prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { node24, pathOrSkip, root } from '../harness/toolchain.ts'

const node = pathOrSkip(node24())

describe.skipIf(node === null)('the bundled action on a real program', () => {
  let emulator: Emulator
  let gate: Gate
  let pull: PullRequestRepository

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
    pull = makePullRequest(clean, leaksOneTimerPerRequest)
  })
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
      inputs: { ...workload, token: emulator.tokens.write },
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
    expect(place?.properties).toMatchObject({ file: 'server.mjs', line: String(plantedLine) })
    const [made] = await emulator.comments(number)
    expect(made?.body).toMatch(/^<!-- leakdiff:leaks\.yml\/reconnect -->\n/)
    expect(made?.body).toContain('keepAlive')

    pull.push(clean)
    const green = await act({ payload: pull.payload(number) })
    expect(green).toMatchObject({ status: 0, outputs: { verdict: 'pass', leaks: '0' } })
    expect(await emulator.comments(number)).toMatchObject([
      { id: made?.id, body: expect.stringContaining('✅') },
    ])
  })
})
