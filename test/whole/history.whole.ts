import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseRecords } from '../../src/history/record.ts'
import { counted, leaving } from '../harness/counted.ts'
import { makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { node24, pathOrSkip, root } from '../harness/toolchain.ts'

const node = pathOrSkip(node24())
const ref = 'refs/leakdiff/history'

describe.skipIf(node === null)('the history of the default branch', () => {
  let pull: PullRequestRepository

  beforeAll(() => {
    pull = makePullRequest(leaving(1), { 'note.md': 'a change that leaks no more than before' })
  })
  afterAll(() => pull?.remove())

  const git = (where: string, ...args: readonly string[]) =>
    execFileSync('git', ['-C', where, '-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], {
      encoding: 'utf8',
    }).trim()
  const tip = () => git(pull.origin, 'for-each-ref', '--format=%(objectname)', ref)
  const records = () => parseRecords(git(pull.origin, 'show', `${ref}:reconnect.jsonl`), 'reconnect.jsonl')

  async function act(
    event: string,
    payload: object,
    sha: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Step> {
    const inputs = {
      ...counted,
      driver: 'tasks.sh',
      artifact: 'false',
      comment: 'never',
      'budgets-tasks': '20',
      ...more,
    }
    const job = prepareJob({
      apiUrl: 'http://127.0.0.1:9',
      workspace: pull.workspace,
      inputs,
      event,
      payload,
      sha,
    })
    const step = await runStep({ node: node ?? '', script: join(root, 'dist/action.mjs'), job })
    job.remove()
    return step
  }

  /** A run of main at `sha`, checked out as the runner does. */
  async function onMain(
    event: string,
    sha: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Step> {
    git(pull.workspace, 'fetch', '-q', 'origin', sha)
    git(pull.workspace, 'checkout', '-q', '--detach', sha)
    const repository = { default_branch: 'main' }
    return await act(event, { before: pull.base, ref: 'refs/heads/main', repository }, sha, more)
  }

  test('begins with the first push, and no pull request adds to it or reads it', async () => {
    const pushed = await onMain('push', pull.base)
    expect(pushed, pushed.log).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
    expect(records()).toMatchObject([
      {
        commit: pull.base,
        verdict: 'pass',
        operations: 10,
        totals: expect.arrayContaining([expect.objectContaining({ quantity: 'tasks', growth: 1 })]),
      },
    ])
    const before = tip()
    pull.push({ 'note.md': 'another push' })
    const measured = await act('pull_request', pull.payload(1), pull.merge(), { drift: '5 % since v0' })
    expect(measured, measured.log).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
    expect(tip()).toBe(before)
    expect(git(pull.workspace, 'for-each-ref', 'refs/leakdiff')).toBe('')
  })

  test('fails a scheduled run, not the push, when small steps add up beyond the budget', async () => {
    git(pull.origin, 'tag', 'v1.4', pull.base)
    git(pull.origin, 'checkout', '-q', 'main')
    writeFileSync(join(pull.origin, 'tasks-per-operation'), '2\n')
    git(pull.origin, 'commit', '-q', '-am', 'one task more')
    const sha = git(pull.origin, 'rev-parse', 'main')
    const drift = { drift: '5 % since v1.4' }
    const pushed = await onMain('push', sha, drift)
    expect(pushed, pushed.log).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
    const scheduled = await onMain('schedule', sha, drift)
    expect(scheduled, scheduled.log).toMatchObject({ status: 1, outputs: { verdict: 'pass' } })
    expect(scheduled.log).toContain('reconnect drifted beyond 5 %25 since v1.4')
    expect(scheduled.summary).toMatch(/1 \(100\s%\) more an operation since/)
    expect(records().map(({ commit }) => commit)).toEqual([pull.base, sha])
  })

  test('that is unknown is no pass of a scheduled run', async () => {
    const sha = git(pull.origin, 'rev-parse', 'main')
    const scheduled = await onMain('schedule', sha, { drift: '5 % since 30 days' })
    expect(scheduled, scheduled.log).toMatchObject({ status: 3, outputs: { verdict: 'pass' } })
    expect(scheduled.log).toContain('no record of reconnect is old enough for 5 %25 since 30 days')
  })

  test('that may not be written is said with what to do: in the log, and as a warning to who has a budget of drift', async () => {
    const before = tip()
    mkdirSync(join(pull.origin, '.git/hooks'), { recursive: true })
    const hook = join(pull.origin, '.git/hooks/pre-receive')
    writeFileSync(hook, '#!/bin/sh\necho "Permission to acme/widget.git denied" >&2\nexit 1\n')
    chmodSync(hook, 0o755)
    const pushed = await onMain('push', git(pull.origin, 'rev-parse', 'main'))
    expect(pushed, pushed.log).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
    expect(pushed.commands.filter(({ command }) => command === 'warning')).toEqual([])
    expect(pushed.log).toContain('contents: write')

    const asked = await onMain('push', git(pull.origin, 'rev-parse', 'main'), { drift: '5 % since 30 days' })
    const warnings = asked.commands.filter(({ command }) => command === 'warning')
    expect(warnings.map(({ message }) => message)).toContainEqual(expect.stringContaining('contents: write'))
    expect(tip()).toBe(before)
  })
})
