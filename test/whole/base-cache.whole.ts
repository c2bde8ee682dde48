import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createBaseCache } from '../../src/github/cache/base-cache.ts'
import { readJob } from '../../src/github/job/job.ts'
import type { BaseCache } from '../../src/pipeline/base-cache.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { archiveOf, type Member } from '../harness/archive.ts'
import { type ResultsService, startResults } from '../harness/results.ts'
import { root } from '../harness/toolchain.ts'
import { rising, trialOf } from '../judge/trials.ts'

const sha = 'c'.repeat(40)
const trial: Trial = { ...trialOf('base', 1, [{ quantity: 'tasks', series: rising(1, 8) }]), sha }

const preface = `# The cache of base trials

Runs of the default branch keep what they measured; a pull request may be cleared by it, never accused. Who may write to a repository's cache may write
anything into it, so an entry is unpacked in a folder of its own by a tar that leaves it by no path and no link, within 64 MiB and 5 s, and read as any trial
file is. \`test/whole/base-cache.whole.ts\` writes this table.`

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

  function cache(
    writes = true,
    services: Readonly<Record<string, string>> = results.environment,
    lines: string[] = said,
  ): BaseCache {
    const job = readJob({ RUNNER_TEMP: temp, GITHUB_REPOSITORY: 'acme/widget', GITHUB_RUN_ID: '4711' })
    const log = { step: (text: string) => void lines.push(text), detail: () => {} }
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

  const trialFile = gzipSync(JSON.stringify({ schemaVersion: 1, ...trial }))
  const file = (name: string, content: Buffer = trialFile): Member => ({ name, content })
  const linked = (name: string, kind: 'hard' | 'symbolic', to: string): Member => ({
    name,
    link: { kind, to },
  })

  /** `outside` is a folder that no entry may reach; null: what is no archive. */
  const attacks: readonly (readonly [
    attack: string,
    archive: (outside: string) => readonly Member[] | null,
  ])[] = [
    ['a path of a folder above', () => [file('../outside/evil.json.gz')]],
    ['an absolute path', (outside) => [file(join(outside, 'evil.json.gz'))]],
    [
      'a link to a folder, and a file in it',
      (outside) => [linked('trials', 'symbolic', outside), file('trials/evil.json.gz')],
    ],
    [
      'a link to a file, and the file once more',
      (outside) => [
        linked('trials/base-1.json.gz', 'symbolic', join(outside, 'secret.json.gz')),
        file('trials/base-1.json.gz', Buffer.from('evil')),
      ],
    ],
    [
      'a hard link to a file',
      (outside) => [linked('trials/base-1.json.gz', 'hard', join(outside, 'secret.json.gz'))],
    ],
    [
      'a link to a trial that lies elsewhere',
      (outside) => [linked('trials/base-1.json.gz', 'symbolic', join(outside, 'secret.json.gz'))],
    ],
    ['a file of 100 MB', () => [file('trials/base-1.json.gz', Buffer.alloc(100_000_000))]],
    [
      '100 MB of JSON, packed',
      () => [file('trials/base-1.json.gz', gzipSync(Buffer.alloc(100_000_000, 32)))],
    ],
    [
      'JSON that is no trial',
      () => [file('trials/base-1.json.gz', gzipSync('{"schemaVersion":1,"verdict":"pass"}'))],
    ],
    ['what is no archive', () => null],
  ]

  test('entries that anybody may have written are no trial, and reach nothing', async () => {
    await cache().keep?.('key', trial)
    const rows: string[] = []
    for (const [attack, archive] of attacks) {
      const outside = mkdtempSync(join(tmpdir(), 'outside-'))
      writeFileSync(join(outside, 'secret.json.gz'), trialFile)
      const members = archive(outside)
      results.forge(members === null ? Buffer.from('<html>') : archiveOf(members))
      said.length = 0
      expect(await cache().find('key'), attack).toBeNull()
      expect(said, attack).toEqual([expect.stringContaining('The cache of base trials could not be used: ')])
      expect(readdirSync(outside), attack).toEqual(['secret.json.gz'])
      expect(readFileSync(join(outside, 'secret.json.gz')).equals(trialFile), attack).toBe(true)
      expect(readdirSync(temp), attack).toEqual([])
      rmSync(outside, { recursive: true })
      rows.push(`| ${attack} | not used; nothing is written outside its own folder |`)
    }
    const titles = ['| what an entry of the cache may hold | what becomes of it |', '|---|---|']
    const text = `${preface}\n\n${[...titles, ...rows].join('\n')}\n`
    await expect(text).toMatchFileSnapshot('../../docs/security-cache.md')
  })

  type Services = Readonly<Record<string, string>> | undefined
  const troubles: readonly (readonly [
    how: string,
    prepare: (service: ResultsService) => Services,
    line: RegExp,
  ])[] = [
    ['down', (service) => void service.fail('down'), /5 s|503/],
    ['slow', (service) => void service.fail('never'), /no answer within 5 s/],
    ['answering nonsense', (service) => void service.fail('nonsense'), /5 s|JSON/],
    [
      'not there',
      (service) => ({ ...service.environment, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' }),
      /5 s|ECONNREFUSED|reserve/,
    ],
  ]

  // Side by side: each is given all the time that it may cost.
  test('a service that is down, slow, mad or not there costs a line in the log', async () => {
    await Promise.all(
      troubles.map(async ([how, prepare, line]) => {
        const service = await startResults()
        const lines: string[] = []
        const { find, keep } = cache(true, prepare(service) ?? service.environment, lines)
        const [found] = await Promise.all([find('key'), keep?.('key', trial)])
        expect(found, how).toBeNull()
        expect(lines, how).toEqual([expect.stringMatching(line), expect.stringMatching(line)])
        await service.close()
      }),
    )
  })
})
