import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Workload } from '../../src/configure/config.ts'
import { expand } from '../../src/configure/expand.ts'
import { inputKeys } from '../../src/configure/keys.ts'
import { loadConfig, workloadHash } from '../../src/configure/load.ts'
import { configJsonSchema } from '../../src/configure/schema.ts'
import { parseReady } from '../../src/configure/values/ready.ts'
import { parseDuration, parseSize } from '../../src/configure/values/units.ts'

test('durations', () => {
  expect(['250ms', '10s', '2m', '1h', '1.5s'].map(parseDuration)).toEqual([
    250, 10_000, 120_000, 3_600_000, 1500,
  ])
  expect(['10', '1 s', '-1s', '1d', '', 's', '1e3s'].map(parseDuration)).toEqual(Array(7).fill(null))
})

test('sizes', () => {
  const sizes = ['64 kB', '8KiB', '2', '1.5 MB', '1 MiB', '3 B', '1GB', '1 GiB'].map(parseSize)
  expect(sizes).toEqual([64_000, 8192, 2, 1_500_000, 1_048_576, 3, 1e9, 1_073_741_824])
  expect(['64 KB', '64k', '-1', '', 'kB', '1  kB'].map(parseSize)).toEqual(Array(6).fill(null))
})

test('ready', () => {
  expect(parseReady('https://localhost:$PORT/ok')).toEqual({ kind: 'url', url: 'https://localhost:$PORT/ok' })
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax under test
  for (const address of ['127.0.0.1:80', 'localhost:$PORT', 'db:${PORT}', '[::1]:8080']) {
    expect(parseReady(address)).toEqual({ kind: 'port', address })
  }
  expect(parseReady('/listening on .*$/im')).toEqual({
    kind: 'output',
    pattern: 'listening on .*$',
    flags: 'im',
  })
  for (const text of ['8080', ':8080', 'localhost', '//', '/x', 'ftp://x', '/(/', '/x/y']) {
    expect(parseReady(text).kind).toBe('problem')
  }
})

test('names are expanded, unknown ones refused', () => {
  const env = { PORT: '4000', HOST: 'h', EMPTY: '' }
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax under test
  expect(expand('http://$HOST:${PORT}/a$$/$1?x=$PORT$EMPTY', env)).toBe('http://h:4000/a$$/$1?x=4000')
  expect(() => expand('http://localhost:$PROT', env)).toThrow('$PROT, which is not set; did you mean `PORT`?')
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax under test
  expect(() => expand('${NO_SUCH_THING_AT_ALL}', env)).toThrow('which is not set')
})

async function one(inputs: Record<string, string>): Promise<Workload> {
  const config = await loadConfig({
    root: '/nowhere',
    defaultName: 'x',
    inputs: { start: 'a', round: 'b', ...inputs },
  })
  const [workload] = config.workloads
  if (workload === undefined) throw new Error('no workload')
  return workload
}

test('the hash tells workloads apart by what shapes a trial', async () => {
  const plain = workloadHash(await one({}))
  expect(plain).toMatch(/^[0-9a-f]{64}$/)
  expect(workloadHash(await one({ name: 'y', 'budgets-heap': '1', trials: '4', comment: 'never' }))).toBe(
    plain,
  )
  const others = [
    { rounds: '9' },
    { start: 'c' },
    { 'settle-limit': '11s' },
    { driver: 'x' },
    { directory: 'd' },
  ]
  const hashes = await Promise.all(others.map(async (inputs) => workloadHash(await one(inputs))))
  expect(new Set([plain, ...hashes]).size).toBe(others.length + 1)
})

test('the hash does not depend on the order of keys', async () => {
  const workload = await one({ 'settle-quiet': '1s' })
  const reversed = Object.fromEntries(Object.entries(workload).reverse()) as unknown as Workload
  expect(workloadHash(reversed)).toBe(workloadHash(workload))
})

test('every input key is a key of the schema, and its default the value of a workload that leaves it out', async () => {
  const defaults = inputKeys.filter(
    ({ input, default: value }) => value !== undefined && !['comment', 'fail-on'].includes(input),
  )
  const said = await one(Object.fromEntries(defaults.map((key) => [key.input, key.default ?? ''])))
  expect(said).toEqual(await one({}))
  expect(new Set(inputKeys.map(({ input }) => input)).size).toBe(inputKeys.length)
  expect(inputKeys.every(({ help }) => help.length > 0)).toBe(true)
})

test('every key of the schema but waivers is an input key', () => {
  expect(scalarKeys(configJsonSchema()).sort()).toEqual(
    [...inputKeys.map(({ input }) => input), 'waivers'].filter((key) => key !== 'name').sort(),
  )
})

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | false
}

function scalarKeys(schema: Schema): string[] {
  const { workloads, ...run } = schema.properties ?? {}
  const keys = (properties: Readonly<Record<string, Schema>> = {}, prefix = ''): string[] =>
    Object.entries(properties).flatMap(([key, { properties: inner }]) =>
      inner === undefined ? [prefix + key] : keys(inner, `${key}-`),
    )
  const workload = workloads?.additionalProperties
  return [...keys(run), ...keys(workload ? workload.properties : {})]
}

test('the published schema is that of the code', async () => {
  const published = await readFile(new URL('../../schema/config.schema.json', import.meta.url), 'utf8')
  expect(JSON.parse(published)).toEqual(configJsonSchema())
})
