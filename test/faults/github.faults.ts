import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commentKey, marker } from '../../src/github/comment/key.ts'
import { hashOf, leaveShards, scratch, shop } from '../github/report-job.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, type LoggedRequest, startGate } from '../harness/gate.ts'
import { makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { startResults } from '../harness/results.ts'
import { type JobRequest, prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { node24, pathOrSkip, root } from '../harness/toolchain.ts'
import { artifactCases, type FaultCase, faultCases, searchCases } from './github-fault-cases.ts'

const node = pathOrSkip(node24())
const key = commentKey({
  workflow: 'leaks.yml',
  job: 'reconnect',
  step: '__self',
  name: shop.name,
  config: null,
  matrix: 'null',
  given: null,
})
/** A minute of the action's is ten seconds of the test's. */
const speed = '6'

const preface = `# When GitHub fails

A run that found a leak, through every fault that GitHub and its services are known to have. In **each** of them the verdict, the exit status, the outputs, the job
summary and the annotations are the same; there are never two comments where there was one; and GitHub and its service for
artifacts, asked side by side, cost at most 60 s. \`test/faults/github.faults.ts\` starts the bundled action against each, and writes these tables.`

describe.skipIf(node === null)('when GitHub fails', () => {
  let emulator: Emulator
  let gate: Gate
  let pull: PullRequestRepository
  const shards = scratch('shards')

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
    pull = makePullRequest({ 'a.txt': '1' }, { 'a.txt': '2' })
    leaveShards(shards.path, { base: pull.base, head: pull.merge(), leak: 1 }, await hashOf(shop))
    // The first fetches base, which those after it share.
    expectRed(await act(await emulator.pullRequest()))
  })
  afterAll(async () => {
    pull?.remove()
    shards.remove()
    await gate?.close()
    await emulator?.close()
  })

  async function act(
    number: number,
    environment: Record<string, string> = {},
    event: Partial<JobRequest> = {},
  ): Promise<Step> {
    const job = prepareJob({
      event: 'pull_request',
      payload: pull.payload(number),
      apiUrl: gate.url,
      workspace: pull.workspace,
      sha: pull.merge(),
      inputs: { ...shop, mode: 'report', shards: shards.path, token: emulator.tokens.write },
      ...event,
    })
    const clock = {
      NODE_OPTIONS: `--require ${join(root, 'test/harness/fast-clock.cjs')}`,
      FAST_CLOCK: speed,
    }
    const step = await runStep({
      node: node ?? '',
      script: join(root, 'dist/action.mjs'),
      job,
      environment: { ...clock, ...environment },
    })
    job.remove()
    return step
  }

  const head = 'a'.repeat(40)
  /** The second workflow, which shows what the run of a fork's branch has measured. */
  async function show(branch: string): Promise<Step> {
    const named = (full_name: string, login: string) => ({ full_name, owner: { login } })
    const from = { head_branch: branch, head_sha: head, head_repository: named('mallory/widget', 'mallory') }
    const workflow_run = { id: 99, event: 'pull_request', ...from, pull_requests: [] }
    return await act(0, {}, { event: 'workflow_run', payload: { workflow_run } })
  }
  /** What GitHub answers to the search for that branch. */
  const pulls = (branch: string, numbers: readonly number[]) => ({
    status: 200,
    text: JSON.stringify(
      numbers.map((number) => ({
        number,
        head: { sha: head, ref: branch, repo: { full_name: 'mallory/widget' } },
      })),
    ),
  })
  const searchFor = (branch: string) => new RegExp(`/pulls\\?.*head=mallory%3A${branch}&`)

  function expectRed(step: Step): void {
    expect(step).toMatchObject({ status: 1, outputs: { verdict: 'fail', leaks: '1' } })
    expect(step.summary).toContain('keepAlive')
    const errors = step.commands.filter((c) => c.command === 'error')
    expect(errors[0]?.message).toMatch(/`?shop`? leaks 1/)
  }

  const warnings = (step: Step) => step.commands.filter((c) => c.command === 'warning').map((c) => c.message)
  const ours = async (number: number) =>
    (await emulator.comments(number)).filter((c) => c.body.startsWith(marker(key)))

  /** One comment that stands already, or two where one is to be removed. */
  async function comments(number: number, on: FaultCase['on']): Promise<readonly number[]> {
    const ids: number[] = []
    for (let left = { reading: 0, creating: 0, updating: 1, removing: 2 }[on]; left > 0; left--)
      ids.push(await emulator.comment(number, `${marker(key)}\nold`, emulator.tokens.write))
    return ids
  }

  const told: string[][] = faultCases.map(() => [])
  const kept: string[][] = artifactCases.map(() => [])
  const sought: string[][] = [...searchCases, null, null, null].map(() => [])

  describe.concurrent('answering', () => {
    test.each(faultCases.map((c, i) => [c.on, c.fault, c, i] as const))('%s: %s', async (_, __, c, i) => {
      const number = await emulator.pullRequest()
      const standing = await comments(number, c.on)
      const path = new RegExp(`/issues/(${number}/comments|comments/(${standing.join('|') || 'none'})$)`)
      const method = ({ reading: 'GET', creating: 'POST', updating: 'PATCH', removing: 'DELETE' } as const)[
        c.on
      ]
      gate.fault({ ...c.order, path, method })
      const step = await act(number)
      expectRed(step)
      expect(warnings(step)).toEqual(c.warns === null ? [] : [expect.stringMatching(c.warns)])
      const left = await ours(number)
      expect(left).toHaveLength(c.comments ?? 1)
      const requests = gate.requests.filter((r) => path.test(r.path))
      const warned = warnings(step)[0] ?? ''
      told[i] = [c.on, c.fault, sequence(requests), after(c, left.at(0)?.body ?? null), warned]
    })

    test.each(artifactCases.map((c, i) => [...c, i] as const))(
      'artifacts: %s',
      async (how, fault, warns, i) => {
        const number = await emulator.pullRequest()
        const service = await startResults()
        if (how === 'gone') await service.close()
        else service.fail(how)
        const step = await act(number, service.environment)
        if (how !== 'gone') await service.close()
        expectRed(step)
        expect(warnings(step)).toEqual([expect.stringMatching(warns)])
        expect(await ours(number)).toHaveLength(1)
        const warned = (warnings(step)[0] ?? '').replaceAll(service.url, 'https://results.example')
        kept[i] = [fault, warned.replace(/127\.0\.0\.1:\d+/g, 'results.example')]
      },
    )
  })

  describe.concurrent('looking for the pull request of a fork', () => {
    function expectShown(step: Step): void {
      expect(step, step.log).toMatchObject({ status: 0, outputs: { verdict: 'fail', leaks: '1' } })
      expect(step.summary).toContain('keepAlive')
    }
    /** All but the headline, which is a warning where nothing is decided. */
    const beside = (step: Step) => warnings(step).filter((text) => !/leaks 1/.test(text))
    const requested = (path: RegExp) => sequence(gate.requests.filter((r) => path.test(r.path)))

    test.each(searchCases.map((c, i) => [...c, i] as const))('%s', async (fault, order, warns, i) => {
      const branch = `sought-${i}-`
      const path = searchFor(branch)
      gate.fault({ ...order, path, method: 'GET' })
      const step = await show(branch)
      expectShown(step)
      expect(beside(step)).toEqual([expect.stringMatching(warns)])
      sought[i] = [fault, requested(path), 'none', beside(step)[0] ?? '']
    })

    test.each([
      ['502, once', 1, 'one, with the fork’s figures'],
      ['no pull request', 0, 'none'],
      ['two pull requests of one branch', 2, 'none'],
    ] as const)('%s', async (what, count, comment) => {
      const i = searchCases.length + count
      const branch = `found-${count}-`
      const path = searchFor(branch)
      const numbers: number[] = []
      while (numbers.length < count) numbers.push(await emulator.pullRequest())
      if (what === '502, once') gate.fault({ path, method: 'GET' })
      gate.fault({ path, method: 'GET', answer: pulls(branch, numbers) })
      const step = await show(branch)
      expectShown(step)
      const [number] = numbers
      const wanted = numbers.map((n) => `#${n}`).join(', ')
      expect(beside(step)).toEqual(count === 2 ? [expect.stringContaining(wanted)] : [])
      const bodies = await Promise.all(numbers.map(ours))
      expect(bodies.flat()).toHaveLength(count === 1 ? 1 : 0)
      if (number !== undefined && count === 1) expect((await ours(number))[0]?.body).toContain('run 99')
      const warned = (beside(step)[0] ?? '').replace(/#\d+, #\d+/, '#7, #8')
      sought[i] = [what, requested(path), comment, warned]
    })
  })

  test('the tables in the docs are what these tests have shown', async () => {
    const text = [
      preface,
      '## The comment',
      table(['when', 'what GitHub does', 'requests made', 'the comment afterwards', 'the log warns'], told),
      '## The artifact',
      'The comment is written all the same.',
      table(['what its service does', 'the log warns'], kept),
      '## The pull request of a fork',
      'It is looked for by the second workflow, which decides nothing: it ends with 0, and its summary and outputs are the same in each case.',
      table(['what GitHub answers', 'requests made', 'the comment afterwards', 'the log warns'], sought),
    ]
    await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot('../../docs/faults-github.md')
  })
})

/** `GET 502 ×4, POST 201`. */
function sequence(requests: readonly LoggedRequest[]): string {
  const runs: { what: string; times: number }[] = []
  for (const { method, status } of requests) {
    const what = `${method} ${status === 0 ? 'unanswered' : status}`
    const last = runs.at(-1)
    if (last?.what === what) last.times++
    else runs.push({ what, times: 1 })
  }
  return runs.map(({ what, times }) => (times === 1 ? what : `${what} ×${times}`)).join(', ')
}

function after({ comments }: FaultCase, body: string | null): string {
  if (body === null) return 'none'
  const state = body.includes('keepAlive')
    ? 'one, with this run’s figures'
    : 'one, with the last run’s figures'
  return comments === 2 ? 'the first with this run’s figures, and the extra one' : state
}

const table = (titles: readonly string[], rows: readonly (readonly string[])[]) =>
  [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
