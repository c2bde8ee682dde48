import { describe, expect, test } from 'vitest'
import type { Revision } from '../../src/checkout/revision.ts'
import { loadConfig, workloadHash } from '../../src/configure/load.ts'
import { type BaseCache, type CacheRequest, findBase, keepHead } from '../../src/pipeline/base-cache.ts'
import { runtimes } from '../../src/runtimes/index.ts'
import { hostOf } from '../../src/trial/host.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { version } from '../../src/version.ts'
import { commit, init, testFolder } from '../checkout/repositories.ts'
import { rising, trialOf } from '../judge/trials.ts'

const { make } = testFolder()
const server = { start: 'node a', round: 'bash round.sh', runtime: 'node' }

describe('a cached base', () => {
  async function project(inputs: Readonly<Record<string, string>> = { ...server, driver: 'round.sh' }) {
    const root = init(make('project'))
    const sha = commit(root, 'first', { 'round.sh': 'true', 'a.js': '' })
    const head = commit(root, 'second', { 'a.js': 'changed' })
    const config = await loadConfig({ root, inputs, defaultName: 'shop' })
    const [workload] = config.workloads
    if (workload === undefined) throw new Error('no workload')
    const kept = new Map<string, Trial>()
    const said: string[] = []
    const cache: BaseCache = {
      find: async (key) => kept.get(key) ?? null,
      keep: async (key, trial) => void kept.set(key, trial),
    }
    const log = { step: (text: string) => void said.push(text), detail: () => {} }
    const revision = (side: Revision['side'], of: string): Revision => ({
      side,
      sha: of,
      how: side === 'base' ? 'merge-parent' : 'head',
      directory: root,
    })
    const runtime = runtimes.node
    const request = (of: string): CacheRequest => ({
      cache,
      repository: { root },
      workload,
      runtime,
      head: revision('head', of),
      log,
    })
    const measured: Trial = {
      ...trialOf('head', 1, [{ quantity: 'tasks', series: rising(1, 8) }]),
      workload: workload.name,
      workloadHash: workloadHash(workload),
      sha,
      runtime: 'node',
      versions: { leakdiff: version, toolchain: await runtime.toolchain(root) },
      host: hostOf(),
    }
    return { root, kept, said, measured, request, base: revision('base', sha), sha, head }
  }

  test('is what the default branch has measured of that commit as head', async () => {
    const { base, head, measured, request, sha } = await project()
    await keepHead(request(sha), [measured])
    expect(await findBase(request(head), base)).toEqual({ ...measured, side: 'base', how: 'merge-parent' })
  })

  test('is not used once the driver differs', async () => {
    const { base, measured, request, root, sha } = await project()
    await keepHead(request(sha), [measured])
    const other = commit(root, 'third', { 'round.sh': 'sleep 1' })
    expect(await findBase(request(other), base)).toBeNull()
  })

  test('of a server is kept only when its driver is named; tests drive themselves', async () => {
    for (const [inputs, count] of [
      [server, 0],
      [{ test: 'go test ./...', runtime: 'go' }, 1],
    ] as const) {
      const { kept, measured, request, sha } = await project(inputs)
      await keepHead(request(sha), [measured])
      expect(kept.size).toBe(count)
    }
  })

  test.each<[string, Partial<Trial>]>([
    ['another commit', { sha: 'f'.repeat(40) }],
    ['another workload', { workload: 'other' }],
    ['another configuration', { workloadHash: 'x' }],
    ['a confirming trial', { number: 2, stage: 'confirm' }],
    ['another machine', { host: { cpus: 64, image: 'x' } }],
    ['another toolchain', { versions: { leakdiff: version, toolchain: 'v1' } }],
    ['a failed trial', { failures: [{ code: 'crashed', text: '', remedy: '' }] }],
  ])('that is of %s is foreign, and that is said', async (_, change) => {
    const { base, head, kept, measured, request, said, sha } = await project()
    await keepHead(request(sha), [measured])
    for (const [key, trial] of kept) kept.set(key, { ...trial, ...change })
    expect(await findBase(request(head), base)).toBeNull()
    expect(said).toEqual([expect.stringContaining('something else')])
  })
})
