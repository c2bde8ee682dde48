import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { placeholders, putAction, runWorkflow, type WorkflowRequest } from '../harness/act.ts'
import { type Emulator, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { clean, leaksOneTimerPerRequest } from '../harness/programs.ts'
import { type Files, git, makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { type ResultsService, startResults } from '../harness/results.ts'
import { act, node24, pathOrSkip, root } from '../harness/toolchain.ts'

const tools = { act: pathOrSkip(act()), node: pathOrSkip(node24()) }
const shipped = (name: string) => readFileSync(join(root, 'examples/workflows', name), 'utf8')

const serve = (file: string) => `    runtime: node
    driver: [round.sh]
    start: node ${file}
    ready: http://127.0.0.1:$PORT/ready
    round: bash round.sh
    operations: 10
    warmup: 1
    rounds: 6
    trials: 2
    settle: { quiet: 50ms, limit: 3s }
`
const configuration = `workloads:\n  checkout:\n${serve('server.mjs')}  search:\n${serve('search.mjs')}`
const main: Files = {
  ...clean,
  'search.mjs': clean['server.mjs'] ?? '',
  'package.json': '{"name":"widget"}',
  '.github/leakdiff.yml': configuration,
}

describe.skipIf(tools.act === null || tools.node === null)('the workflows that we ship', () => {
  const action = mkdtempSync(join(tmpdir(), 'action-'))
  let emulator: Emulator
  let gate: Gate
  let results: ResultsService
  let pull: PullRequestRepository | null = null

  beforeAll(async () => {
    putAction(action)
    emulator = await startEmulator(tools.node ?? '')
    gate = await startGate(emulator.url)
    results = await startResults()
  })
  afterEach(() => pull?.remove())
  afterAll(async () => {
    rmSync(action, { recursive: true, force: true })
    await results?.close()
    await gate?.close()
    await emulator?.close()
  })

  /** A pull request whose checkout leaks, in a repository with these workflows. */
  function open(...names: readonly string[]): PullRequestRepository {
    const workflows = Object.fromEntries(names.map((name) => [`.github/workflows/${name}`, shipped(name)]))
    pull = makePullRequest({ ...main, ...workflows }, leaksOneTimerPerRequest)
    return pull
  }

  const run = (name: string, request: Pick<WorkflowRequest, 'event' | 'payload' | 'token' | 'workspace'>) =>
    runWorkflow({
      act: tools.act ?? '',
      node: tools.node ?? '',
      apiUrl: gate.url,
      environment: { ...results.environment, BENCH_ROOT: root },
      actions: placeholders(shipped(name), action),
      ...request,
    })

  test('a matrix measures trial by trial, and its last job judges them all', async () => {
    const { payload, workspace } = open('matrix.yml')
    const number = await emulator.pullRequest()
    const token = emulator.tokens.write
    const { log, status } = await run('matrix.yml', { payload: payload(number), token, workspace })
    expect(results.artifacts, log).toHaveLength(9)
    expect(status).toBe(1)
    const [comment] = await emulator.comments(number)
    expect(comment?.body).toContain('keepAlive')
    expect(comment?.body).not.toContain('shard')
  })

  test('a nightly run fails when small steps add up, from the first night on', async () => {
    // The workload is that of the other tests; all else is as shipped.
    const nightly = shipped('drift.yml').replace(/ {10}runtime: go[\s\S]*operations: 100\n/, '')
    const leaking = leaksOneTimerPerRequest['server.mjs'] ?? ''
    const budgets = '    budgets: { tasks: 1000, heap: 10MB, objects: 100000 }\n'
    const files = {
      ...main,
      'server.mjs': leaking,
      '.github/leakdiff.yml': `workloads:\n  checkout:\n${serve('server.mjs')}${budgets}`,
    }
    pull = makePullRequest({ ...files, '.github/workflows/drift.yml': nightly }, {})
    const { origin, workspace } = pull
    git(origin, 'tag', 'v1.4', pull.base)
    git(origin, 'checkout', '-q', 'main')
    writeFileSync(join(origin, 'server.mjs'), leaking.replace('keepAlive()\n', 'keepAlive(), keepAlive()\n'))
    git(origin, 'commit', '-q', '-am', 'a timer more, within the budget')
    git(workspace, 'fetch', '-q', '--unshallow', '--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*')
    git(workspace, 'checkout', '-q', '-B', 'main', 'origin/main')
    const repository = { full_name: 'acme/widget', default_branch: 'main' }
    const payload = { schedule: '17 3 * * *', ref: 'refs/heads/main', repository }
    const token = emulator.tokens.write
    const night = await run('drift.yml', { event: 'schedule', payload, token, workspace })
    expect(night.log).toContain('checkout drifted beyond 5 %')
    expect(night.status, night.log).toBe(1)
    const kept = git(origin, 'show', 'refs/leakdiff/history:checkout.jsonl').split('\n')
    expect(kept.map((line) => JSON.parse(line).commit)).toEqual([pull.base, git(origin, 'rev-parse', 'main')])
  })

  test('a fork is measured by one run and shown by another', async () => {
    const { head, payload, workspace } = open('fork.yml', 'fork-report.yml')
    const number = await emulator.pullRequest()
    const fork = { full_name: 'mallory/widget', owner: { login: 'mallory' } }
    const event = payload(number) as { pull_request: { head: object } }
    const forked = { ...event.pull_request, head: { ...event.pull_request.head, repo: fork } }
    const measured = await run('fork.yml', {
      payload: { ...event, pull_request: forked },
      token: emulator.tokens.read,
      workspace,
    })
    expect(measured.status, measured.log).toBe(1)
    expect(await emulator.comments(number)).toEqual([])

    const sha = head()
    const listed = [{ number, head: { sha, ref: 'patch', repo: fork } }]
    const text = JSON.stringify(listed)
    gate.fault({ method: 'GET', path: /\/pulls\?.*head=mallory%3Apatch/, answer: { status: 200, text } })
    const told = { id: 99, event: 'pull_request', head_sha: sha, head_branch: 'patch', head_repository: fork }
    const shown = await run('fork-report.yml', {
      event: 'workflow_run',
      payload: { action: 'completed', workflow_run: { ...told, name: 'Leaks', pull_requests: [] } },
      token: emulator.tokens.write,
      workspace,
    })
    expect(shown.status, shown.log).toBe(0)
    const [comment] = await emulator.comments(number)
    expect(comment?.body).toContain('keepAlive')
    expect(comment?.body).toContain('of `mallory/widget`')
  })
})
