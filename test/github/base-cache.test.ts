import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BaseCache } from '../../src/base-cache.ts'
import { createBaseCache } from '../../src/github/base-cache.ts'
import { readJob } from '../../src/github/job.ts'
import type { Trial } from '../../src/measure/trial.ts'
import { type ResultsService, startResults } from '../bench/results.ts'
import { root } from '../bench/toolchain.ts'
import { rising, trialOf } from '../judge/trials.ts'

const sha = 'c'.repeat(40)
const trial: Trial = { ...trialOf('base', 1, [{ quantity: 'tasks', series: rising(1, 8) }]), sha }

describe('the cache of base trials', () => {
  let results: ResultsService
  let temp: string
  let said: string[]

  beforeEach(async () => {
    results = await startResults()
    temp = mkdtempSync(join(tmpdir(), 'cache-'))
    said = []
  })
  afterEach(async () => {
    expect(readdirSync(temp)).toEqual([])
    rmSync(temp, { recursive: true })
    await results.close()
  })

  function cache(writes = true, services: Readonly<Record<string, string>> = results.environment): BaseCache {
    const job = readJob({ RUNNER_TEMP: temp, GITHUB_REPOSITORY: 'acme/widget', GITHUB_RUN_ID: '4711' })
    const log = { step: (text: string) => void said.push(text), detail: () => {} }
    return createBaseCache({ job, services, log, writes, script: join(root, 'dist/cache.mjs') })
  }

  test('gives back what was kept under the same key, and says whose figures they are', async () => {
    await cache().keep?.('key', trial)
    const found = await cache(false).find('key')
    expect(found).toMatchObject({
      ...trial,
      notes: [{ code: 'base-cached', text: expect.stringContaining('run 4711') }],
    })
    expect(await cache(false).find('another key')).toBeNull()
    expect(said).toEqual([])
  })

  test('off the default branch nothing is kept', () => {
    expect(cache(false).keep).toBeNull()
  })

  test('what is no trial file is refused at the door', async () => {
    await cache().keep?.('key', { ...trial, sha: '--output=/x' })
    expect(await cache(false).find('key')).toBeNull()
    expect(said).toEqual([expect.stringMatching(/not the name of a commit/)])
  })

  test.each<[string, (service: ResultsService) => Readonly<Record<string, string>> | undefined, RegExp]>([
    ['down', (service) => void service.fail('down'), /5 s|503/],
    ['slow', (service) => void service.fail('never'), /no answer within 5 s/],
    ['answering nonsense', (service) => void service.fail('nonsense'), /5 s|JSON/],
    [
      'not there',
      (service) => ({ ...service.environment, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' }),
      /ECONNREFUSED|reserve/,
    ],
  ])('a service that is %s costs a line in the log', async (_, prepare, line) => {
    const services = prepare(results)
    const { find, keep } = cache(true, services)
    const [found] = await Promise.all([find('key'), keep?.('key', trial)])
    expect(found).toBeNull()
    expect(said).toHaveLength(2)
    for (const text of said) expect(text).toMatch(line)
  })
})
