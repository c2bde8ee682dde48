import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepComment } from '../../src/github/comment/comment.ts'
import { marker } from '../../src/github/comment/key.ts'
import { createGitHub } from '../../src/github/octokit.ts'
import { type Emulator, repository, startEmulator } from '../harness/emulator.ts'
import { type Fault, type Gate, startGate } from '../harness/gate.ts'
import { primaryLimit, secondaryLimit } from '../harness/github-answers.ts'
import { node24, pathOrSkip } from '../harness/toolchain.ts'

const node = pathOrSkip(node24())

interface Keep {
  readonly when?: 'always' | 'standing'
  readonly token?: string
  readonly key?: string
  readonly run?: number
  readonly writer?: string
}

describe.skipIf(node === null).concurrent('the comment of a pull request', () => {
  let emulator: Emulator
  let gate: Gate

  beforeAll(async () => {
    emulator = await startEmulator(node ?? '')
    gate = await startGate(emulator.url)
  })
  afterAll(async () => {
    await gate?.close()
    await emulator?.close()
  })

  /** A pull request of the test's own, so that tests can wait side by side. */
  async function newPull() {
    const number = await emulator.pullRequest()
    const path = new RegExp(`/issues/${number}/`)
    let run = 0
    const own = () => gate.requests.filter((r) => path.test(r.path))
    return {
      keep: (
        body: string,
        {
          when = 'always',
          token = emulator.tokens.write,
          key = 'ci.yml/leaks',
          run: of,
          writer = 'a1',
        }: Keep = {},
      ) =>
        keepComment(
          createGitHub(token, gate.url),
          { ...repository, number },
          {
            key,
            own: { leg: '.', by: { run: of ?? ++run, attempt: 1, writer }, body },
            legs: 1,
            index: null,
            when,
          },
        ),
      say: (body: string, token: string) => emulator.comment(number, body, token),
      bodies: async () => (await emulator.comments(number)).map((c) => c.body),
      fault: (...faults: readonly Fault[]) => gate.fault(...faults.map((f) => ({ ...f, path }))),
      requests: () => own().map((r) => `${r.method} ${r.status}`),
      paths: () => own().map((r) => r.path),
    }
  }

  test('is made once and updated in place', async () => {
    const pull = await newPull()
    expect(await pull.keep('red')).toMatchObject({ did: 'created', url: expect.stringContaining('http') })
    expect(await pull.keep('still red')).toMatchObject({ did: 'updated' })
    expect(await pull.bodies()).toEqual([
      expect.stringMatching(/^<!-- leakdiff:ci\.yml\/leaks -->\n<!-- leakdiff:leg \. run 2 .*\nstill red\n/),
    ])
  })

  test('is left alone by the run of an older push, and tells which run it is of', async () => {
    const pull = await newPull()
    await pull.keep('red')
    await pull.keep('red')
    expect(await pull.keep('green', { run: 1 })).toMatchObject({ did: 'left' })
    expect(await pull.bodies()).toEqual([expect.stringMatching(/ run 2 [\s\S]*red/)])
    expect(pull.requests()).toEqual(['GET 200', 'POST 201', 'GET 200', 'GET 200'])
  })

  test('keeps what another writer said in the same run, and says that there are two', async () => {
    const pull = await newPull()
    await pull.keep('red')
    expect(await pull.keep('green', { run: 1, writer: 'b2' })).toMatchObject({ isCrowded: true })
    expect(await pull.bodies()).toEqual([expect.stringMatching(/red[\s\S]*green/)])
    await pull.keep('red again')
    await pull.keep('green', { run: 2, writer: 'c3' })
    expect(await pull.bodies()).toEqual([expect.stringMatching(/red again[\s\S]*green/)])
  })

  test('is not made when only a standing one is to be kept up to date', async () => {
    const pull = await newPull()
    expect(await pull.keep('green', { when: 'standing' })).toEqual({ did: 'nothing' })
    await pull.keep('red')
    expect(await pull.keep('green', { when: 'standing' })).toMatchObject({ did: 'updated' })
    expect(await pull.bodies()).toEqual([expect.stringContaining('green')])
  })

  test('is one for every key', async () => {
    const pull = await newPull()
    await pull.keep('one')
    await pull.keep('two', { key: 'ci.yml/other' })
    expect(await pull.bodies()).toHaveLength(2)
  })

  test('is found behind 130 older ones', async () => {
    const pull = await newPull()
    for (let i = 0; i < 130; i++) await pull.say(`talk ${i}`, emulator.tokens.person)
    await pull.keep('red')
    expect(await pull.keep('still red')).toMatchObject({ did: 'updated' })
    expect(await pull.bodies()).toHaveLength(131)
    expect(pull.paths().filter((path) => path.includes('&page=2'))).toHaveLength(2)
  })

  test('stays one when there are two: the later is removed', async () => {
    const pull = await newPull()
    await pull.say(`${marker('ci.yml/leaks')}\nold`, emulator.tokens.write)
    await pull.say(`${marker('ci.yml/leaks')}\nolder`, emulator.tokens.write)
    await pull.keep('red')
    expect(await pull.bodies()).toEqual([expect.stringContaining('red')])
  })

  test("never touches a person's comment that quotes the marker", async () => {
    const pull = await newPull()
    const quoted = `${marker('ci.yml/leaks')}\nlook at this`
    await pull.say(quoted, emulator.tokens.person)
    expect(await pull.keep('red')).toMatchObject({ did: 'created' })
    expect(await pull.keep('still red')).toMatchObject({ did: 'updated' })
    expect(await pull.bodies()).toEqual([quoted, expect.stringContaining('still red')])
  })

  test("belongs to the token's own account when that is a person's", async () => {
    const pull = await newPull()
    await pull.keep('red', { token: emulator.tokens.person })
    expect(await pull.keep('still red', { token: emulator.tokens.person })).toMatchObject({ did: 'updated' })
    expect(await pull.bodies()).toHaveLength(1)
  })

  test('stays one when its creation is answered by 502 and took effect', async () => {
    const pull = await newPull()
    pull.fault({ method: 'POST', applied: true })
    expect(await pull.keep('red')).toMatchObject({ did: 'created' })
    expect(await pull.bodies()).toHaveLength(1)
    expect(pull.requests()).toEqual(['GET 200', 'POST 502', 'GET 200'])
  })

  test('is made when its creation was lost on the way', async () => {
    const pull = await newPull()
    pull.fault({ method: 'POST', answer: 'reset' })
    expect(await pull.keep('red')).toMatchObject({ did: 'created' })
    expect(await pull.bodies()).toHaveLength(1)
  })

  test('waits as long as GitHub asks, when that is short', async () => {
    const pull = await newPull()
    pull.fault({ method: 'GET', answer: secondaryLimit(429, 1) })
    pull.fault({ method: 'POST', answer: secondaryLimit(403, 1) })
    expect(await pull.keep('red')).toMatchObject({ did: 'created' })
    expect(pull.requests()).toEqual(['GET 429', 'GET 200', 'POST 403', 'POST 201'])
  })

  test.each([
    ['a secondary limit without a time', secondaryLimit(403)],
    ['the hour’s requests used up', primaryLimit(3000)],
  ])('does not wait for %s', async (_, answer) => {
    const pull = await newPull()
    pull.fault({ method: 'GET', answer })
    await expect(pull.keep('red')).rejects.toThrow(/rate limit/)
    expect(pull.requests()).toHaveLength(1)
  })

  test('outlives two faults of GitHub’s while reading', async () => {
    const pull = await newPull()
    pull.fault({ method: 'GET' }, { method: 'GET', answer: 'reset' })
    expect(await pull.keep('red')).toMatchObject({ did: 'created' })
  })
})
