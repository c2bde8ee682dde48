import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { counted, leaving } from '../harness/counted.ts'
import { makePullRequest, type PullRequestRepository } from '../harness/pull-request.ts'
import { type ResultsService, startResults } from '../harness/results.ts'
import { type JobRequest, prepareJob } from '../harness/runner.ts'
import { runStep, type Step } from '../harness/step.ts'
import { node24, pathOrSkip, root } from '../harness/toolchain.ts'

const node = pathOrSkip(node24())

describe.skipIf(node === null)('base trials that the default branch keeps', () => {
  let results: ResultsService
  let pull: PullRequestRepository

  beforeAll(async () => {
    results = await startResults()
    pull = makePullRequest(leaving(1), { 'note.md': 'a change that leaks no more than before' })
  })
  afterAll(async () => {
    pull?.remove()
    await results?.close()
  })

  async function act(change: Pick<JobRequest, 'event' | 'payload' | 'sha'>): Promise<Step> {
    const inputs = { ...counted, driver: 'tasks.sh', artifact: 'false', comment: 'never' }
    const job = prepareJob({ apiUrl: 'http://127.0.0.1:9', workspace: pull.workspace, inputs, ...change })
    const script = join(root, 'dist/action.mjs')
    const step = await runStep({ node: node ?? '', script, job, environment: results.environment })
    job.remove()
    return step
  }

  test('clear a pull request that leaks no more, and the report says whose they are', async () => {
    const git = (...args: readonly string[]) => execFileSync('git', ['-C', pull.workspace, ...args])
    git('fetch', '-q', 'origin', pull.base)
    git('checkout', '-q', '--detach', pull.base)
    const repository = { default_branch: 'main' }
    const pushed = { before: pull.base, ref: 'refs/heads/main', repository }
    const kept = await act({ event: 'push', payload: pushed, sha: pull.base })
    expect(kept, kept.log).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
    expect(results.cached.size).toBe(1)

    pull.push({ 'note.md': 'another push' })
    const cleared = await act({ event: 'pull_request', payload: pull.payload(1), sha: pull.merge() })
    expect(cleared, cleared.log).toMatchObject({ status: 0, outputs: { verdict: 'pass' } })
    expect(cleared.log).toContain('head, trial 1')
    expect(cleared.log).not.toContain('base, trial 1')
    expect(cleared.summary).toMatch(/from the cache, of run 47\d\d/)
    expect(results.cached.size).toBe(1)
  })
})
