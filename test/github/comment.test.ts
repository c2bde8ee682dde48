import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepComment } from '../../src/github/comment.ts'
import { marker } from '../../src/github/key.ts'
import { createGitHub } from '../../src/github/octokit.ts'
import { type Emulator, repository, startEmulator } from '../bench/emulator.ts'
import { type Gate, startGate } from '../bench/gate.ts'
import { primaryLimit, secondaryLimit } from '../bench/github-answers.ts'
import { node24, pathOrSkip } from '../bench/toolchain.ts'

const node = pathOrSkip(node24())

describe.skipIf(node === null)('the comment of a pull request', () => {
  let emulator: Emulator
  let gate: Gate
  let number: number

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
  })
  beforeEach(async () => {
    number = await emulator.pullRequest()
  })
  afterEach(() => gate.reset())
  afterAll(async () => {
    await gate?.close()
    await emulator?.close()
  })

  const keep = (
    body: string,
    when: 'always' | 'standing' = 'always',
    token = emulator.tokens.write,
    key = 'ci.yml/leaks',
  ) => keepComment(createGitHub(token, gate.url), { ...repository, number }, { key, body, when })
  const bodies = async () => (await emulator.comments(number)).map((c) => c.body)
  const writes = () => gate.requests.filter((r) => r.method !== 'GET').map((r) => `${r.method} ${r.status}`)

  test('is made once and updated in place', async () => {
    expect(await keep('red')).toMatchObject({ did: 'created', url: expect.stringContaining('http') })
    expect(await keep('still red')).toMatchObject({ did: 'updated' })
    expect(await bodies()).toEqual(['<!-- leakdiff:ci.yml/leaks -->\nstill red'])
  })

  test('is left alone when nothing changed', async () => {
    await keep('red')
    expect(await keep('red')).toMatchObject({ did: 'left' })
    expect(writes()).toEqual(['POST 201'])
  })

  test('is not made when only a standing one is to be kept up to date', async () => {
    expect(await keep('green', 'standing')).toEqual({ did: 'nothing' })
    await keep('red')
    expect(await keep('green', 'standing')).toMatchObject({ did: 'updated' })
    expect(await bodies()).toEqual([expect.stringContaining('green')])
  })

  test('is one for every key', async () => {
    await keep('one')
    await keep('two', 'always', emulator.tokens.write, 'ci.yml/other')
    expect(await bodies()).toHaveLength(2)
  })

  test('is found behind 130 older ones', async () => {
    for (let i = 0; i < 130; i++) await emulator.comment(number, `talk ${i}`, emulator.tokens.person)
    await keep('red')
    expect(await keep('still red')).toMatchObject({ did: 'updated' })
    expect(await bodies()).toHaveLength(131)
    expect(gate.requests.filter((r) => r.path.includes('page=2'))).toHaveLength(2)
  })

  test('stays one when there are two: the later is removed', async () => {
    await emulator.comment(number, `${marker('ci.yml/leaks')}\nold`, emulator.tokens.write)
    await emulator.comment(number, `${marker('ci.yml/leaks')}\nolder`, emulator.tokens.write)
    await keep('red')
    expect(await bodies()).toEqual([expect.stringContaining('red')])
  })

  test("never touches a person's comment that quotes the marker", async () => {
    const quoted = `${marker('ci.yml/leaks')}\nlook at this`
    await emulator.comment(number, quoted, emulator.tokens.person)
    expect(await keep('red')).toMatchObject({ did: 'created' })
    expect(await keep('still red')).toMatchObject({ did: 'updated' })
    expect(await bodies()).toEqual([quoted, expect.stringContaining('still red')])
  })

  test("belongs to the token's own account when that is a person's", async () => {
    await keep('red', 'always', emulator.tokens.person)
    expect(await keep('still red', 'always', emulator.tokens.person)).toMatchObject({ did: 'updated' })
    expect(await bodies()).toHaveLength(1)
  })

  test('stays one when its creation is answered by 502 and took effect', async () => {
    gate.fault({ method: 'POST', path: /comments/, applied: true })
    expect(await keep('red')).toMatchObject({ did: 'created' })
    expect(await bodies()).toHaveLength(1)
    expect(writes()).toEqual(['POST 502'])
  })

  test('is made when its creation was lost on the way', async () => {
    gate.fault({ method: 'POST', path: /comments/, answer: 'reset' })
    expect(await keep('red')).toMatchObject({ did: 'created' })
    expect(await bodies()).toHaveLength(1)
  })

  test('waits as long as GitHub asks, when that is short', async () => {
    gate.fault({ method: 'GET', answer: secondaryLimit(429, 1) })
    gate.fault({ method: 'POST', answer: secondaryLimit(403, 1) })
    expect(await keep('red')).toMatchObject({ did: 'created' })
    expect(gate.requests.map((r) => `${r.method} ${r.status}`)).toEqual([
      'GET 429',
      'GET 200',
      'POST 403',
      'POST 201',
    ])
  })

  test.each([
    ['a secondary limit without a time', secondaryLimit(403)],
    ['the hour’s requests used up', primaryLimit(3000)],
  ])('does not wait for %s', async (_, answer) => {
    gate.fault({ method: 'GET', answer })
    await expect(keep('red')).rejects.toThrow(/rate limit/)
    expect(gate.requests).toHaveLength(1)
  })

  test('outlives two faults of GitHub’s while reading', async () => {
    gate.fault({ method: 'GET' }, { method: 'GET', answer: 'reset' })
    expect(await keep('red')).toMatchObject({ did: 'created' })
  })
})
