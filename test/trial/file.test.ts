import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { parseTrial, readTrials, trialPath, writeTrial } from '../../src/trial/file.ts'
import { trialJsonSchema } from '../../src/trial/schema.ts'
import type { Trial } from '../../src/trial/trial.ts'

const folder = mkdtempSync(join(tmpdir(), 'trial-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

const snapshot = {
  elapsed: 12,
  settled: true,
  totals: [{ role: 0, quantity: 'tasks', value: 3 }],
  sites: [[0, 3]],
} as const
const trial: Trial = {
  workload: 'shop',
  workloadHash: 'h',
  side: 'head',
  number: 2,
  stage: 'confirm',
  sha: 'a'.repeat(40),
  how: 'merge-parent',
  runtime: 'go',
  versions: { leakdiff: '0.1.0', toolchain: 'go1.26' },
  host: { cpus: 2, image: 'linux' },
  roles: [{ name: 'bin/node', started: true, seen: 'probe', processes: 1 }],
  frames: [
    {
      function: 'main.main',
      file: 'main.go',
      line: 3,
      site: 'main.main',
      location: { origin: 'project', path: 'main.go' },
    },
    {
      function: 'x.F',
      file: 'x.go',
      line: 9,
      site: 'x.F',
      location: { origin: 'dependency', package: 'x', version: null, path: null },
    },
  ],
  sites: [
    {
      role: 0,
      quantity: 'tasks',
      stack: [0, 1],
      tasks: {
        state: 'select',
        minutes: null,
        creators: [
          {
            frame: { function: 'f', file: '', line: 0, site: 'f', location: { origin: 'runtime' } },
            count: 3,
          },
        ],
      },
    },
    { role: 0, quantity: 'heap-bytes', stack: [1] },
  ],
  period: 16384,
  rounds: [snapshot, { ...snapshot, settled: false }],
  drained: snapshot,
  failures: [{ code: 'c', text: 't', remedy: 'r' }],
  notes: [{ code: 'c', text: 't' }],
  seconds: 1.5,
}
const file = { schemaVersion: 1, ...trial }

test('what is written is read back the same, from every workload and side', async () => {
  const base = { ...trial, side: 'base', workload: '../../a b', drained: null } as const
  expect(await writeTrial(folder, trial)).toBe(join(folder, 'trials/shop/head-2.json.gz'))
  expect(await writeTrial(folder, base)).toBe(join(folder, 'trials/.._.._a_b/base-2.json.gz'))
  symlinkSync('/etc/passwd', join(folder, 'trials/shop/link.json.gz'))
  mkdirSync(join(folder, 'trials/shop/other'))
  expect(await readTrials(folder)).toEqual([base, trial])
  expect(readdirSync(join(folder, 'trials/shop')).sort()).toEqual(['head-2.json.gz', 'link.json.gz', 'other'])
})

test('a workload named by dots stays in the folder', () => {
  expect(trialPath('/out', { ...trial, workload: '..' })).toBe('/out/trials/_/head-2.json.gz')
})

test('a folder without trials is said', async () => {
  await expect(readTrials(join(folder, 'nowhere'))).rejects.toThrow(/There are no trials in .*nowhere/)
})

test.each([
  ['no gzip', Buffer.from('{}'), /not a complete gzip/],
  ['cut short', gzipSync(JSON.stringify(file)).subarray(0, 200), /not a complete gzip/],
  ['a bomb', gzipSync(Buffer.alloc(65 * 1024 * 1024)), /inflates to more than 67108864/],
  ['no JSON', gzipSync('{"schemaVersion":1'), /not JSON/],
  ['a deep nest', gzipSync('['.repeat(5_000_000)), /not JSON/],
  ['another version', pack({ ...file, schemaVersion: 2 }), /schemaVersion/],
  ['a key too many', pack({ ...file, environment: {} }), /environment/],
  [
    'a number that is none',
    gzipSync(JSON.stringify(file).replace('"seconds":1.5', '"seconds":1e999')),
    /seconds/,
  ],
  [
    'a stack too deep',
    pack({ ...file, sites: [{ role: 0, quantity: 'tasks', stack: new Array(257).fill(0) }] }),
    /stack/,
  ],
  ['a frame that is not there', pack({ ...file, frames: [] }), /a frame that is not there/],
  ['a site that is not there', pack({ ...file, sites: [] }), /a site that is not there/],
  ['a role that is not there', pack({ ...file, roles: [] }), /a role that is not there/],
  ['too many sites', pack({ ...file, sites: new Array(200_001).fill(trial.sites[1]) }), /sites/],
])('%s is refused', async (_, bytes, problem) => {
  const error = await parseTrial(bytes, 'x.json.gz').catch((e: unknown) => e)
  expect(error).toBeInstanceOf(FormatError)
  expect((error as FormatError).message).toMatch(problem)
})

test('the published schema is the one that is checked', async () => {
  await expect(`${JSON.stringify(trialJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../schema/trial.schema.json',
  )
})

function pack(content: unknown): Buffer {
  return gzipSync(JSON.stringify(content))
}
