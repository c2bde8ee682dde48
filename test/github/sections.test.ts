import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepComment } from '../../src/github/comment/comment.ts'
import { voiceOf } from '../../src/github/comment/key.ts'
import { commentOf, longestComment, sectionsOf, shareOf } from '../../src/github/comment/sections.ts'
import { createGitHub } from '../../src/github/octokit.ts'
import { renderComment } from '../../src/report/render/markdown.ts'
import { type Emulator, repository, startEmulator } from '../harness/emulator.ts'
import { type Gate, startGate } from '../harness/gate.ts'
import { node24, pathOrSkip } from '../harness/toolchain.ts'
import { options, resultOf, situations } from '../report/results.ts'

const node = pathOrSkip(node24())
const key = 'leaks.yml/reconnect'

describe.skipIf(node === null).concurrent('the comment of a matrix', () => {
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

  interface Leg {
    readonly when?: 'always' | 'standing'
    readonly run?: number
    readonly legs?: number
    readonly pause?: () => Promise<void>
  }

  async function newPull() {
    const number = await emulator.pullRequest()
    const ids = async () => (await emulator.comments(number)).map((c) => c.id)
    return {
      number,
      ids,
      /** One leg says its part. Nothing is waited for but what the test orders. */
      says: (leg: string, body: string, { when = 'always', run = 1, legs = 2, pause }: Leg = {}) =>
        keepComment(
          createGitHub(emulator.tokens.write, gate.url),
          { ...repository, number },
          { key, when, body, section: { leg, run, legs, pause: pause ?? (async () => {}) } },
        ),
      comments: async () =>
        (await emulator.comments(number)).map((c) =>
          sectionsOf(c.body).map(({ leg, body }) => `${leg}: ${body.split('\n').at(-1)}`),
        ),
      quote: (body: string) => emulator.comment(number, body, emulator.tokens.write),
    }
  }

  test('has a section of each leg, in order; each changes its own alone', async () => {
    const pull = await newPull()
    expect(await pull.says('b', 'red')).toMatchObject({ did: 'created' })
    expect(await pull.says('a', 'red')).toMatchObject({ did: 'updated' })
    expect(await pull.comments()).toEqual([['a: red', 'b: red']])
    await pull.says('b', 'green', { when: 'standing' })
    expect(await pull.comments()).toEqual([['a: red', 'b: green']])
    expect(await pull.says('b', 'green')).toMatchObject({ did: 'left' })
  })

  test('is not there while all legs are clean', async () => {
    const pull = await newPull()
    expect(await pull.says('a', 'green', { when: 'standing' })).toEqual({ did: 'nothing' })
    expect(await pull.comments()).toEqual([])
  })

  test('keeps a section that another leg overwrote, having read the comment before', async () => {
    const pull = await newPull()
    const id = await pull.quote(commentOf(key, [{ leg: 'c', run: 1, body: 'red' }]))
    const path = new RegExp(`/issues/comments/${id}$`)
    const [stale, written] = [latch(), latch()]
    const legs = { legs: 3 }
    // The first write, which is b's, is held: it was made of what stood there before a wrote.
    gate.fault({
      method: 'PATCH',
      path,
      until: async () => {
        written.open()
        await stale.wait
      },
    })
    const b = pull.says('b', 'red', legs)
    await written.wait
    const a = await pull.says('a', 'red', {
      ...legs,
      async pause() {
        stale.open()
        await b
      },
    })
    expect(a).toMatchObject({ did: 'updated' })
    expect(await b).toMatchObject({ did: 'updated' })
    expect(await pull.comments()).toEqual([['a: red', 'b: red', 'c: red']])
    const writes = gate.requests.filter((r) => r.method === 'PATCH' && path.test(r.path))
    expect(writes).toHaveLength(3)
  })

  test('stays one when three legs make it at the same moment', async () => {
    const pull = await newPull()
    const all = latch()
    let arrived = 0
    const path = new RegExp(`/issues/${pull.number}/comments$`)
    const until = async () => {
      if (++arrived === 3) all.open()
      await all.wait
    }
    gate.fault({ method: 'POST', path, until, times: 3 })
    await Promise.all(['a', 'b', 'c'].map((leg) => pull.says(leg, 'red', { legs: 3, pause: nextTurn })))
    expect(arrived).toBe(3)
    expect(await pull.comments()).toEqual([['a: red', 'b: red', 'c: red']])
  })

  test('forgets a leg that the matrix no longer has, once all others have spoken', async () => {
    const pull = await newPull()
    await pull.says('a', 'red')
    await pull.says('gone', 'red')
    await pull.says('a', 'green', { run: 2 })
    expect(await pull.comments()).toEqual([['a: green', 'gone: red']])
    await pull.says('new', 'red', { run: 2 })
    expect(await pull.comments()).toEqual([['a: green', 'new: red']])
  })

  test('is not set back by the run of an older push', async () => {
    const pull = await newPull()
    await pull.says('a', 'green', { run: 2 })
    expect(await pull.says('a', 'red', { run: 1 })).toMatchObject({ did: 'left' })
    expect(await pull.comments()).toEqual([['a: green']])
  })

  test('holds what looks like a marker as text of the leg that wrote it', async () => {
    const pull = await newPull()
    await pull.says(
      'a',
      'x\n<!-- leakdiff:end -->\n<!-- leakdiff:leg b run 9 -->\nforged\n<!-- leakdiff:end -->\nred',
    )
    await pull.says('b', 'green')
    expect(await pull.comments()).toEqual([['a: red', 'b: green']])
  })
})

test('legs share a comment and nothing else', () => {
  const use = { workflow: 'leaks.yml', job: 'reconnect', name: null, matrix: 'null', given: null }
  expect(voiceOf(use)).toEqual({ key, leg: null })
  expect(voiceOf({ ...use, name: 'sync' })).toEqual({ key: `${key}/sync`, leg: null })
  const matrix = '{"os":"ubuntu","go":1.26}'
  expect(voiceOf({ ...use, name: 'sync', matrix })).toEqual({ key, leg: 'ubuntu/1.26/sync' })
  expect(voiceOf({ ...use, given: 'mine', matrix })).toEqual({ key: 'mine', leg: 'ubuntu/1.26' })
})

test.each([2, 20, 60])('%i legs with much to say fit in it', (legs) => {
  const sections = Array.from({ length: legs }, (_, i) => {
    const result = resultOf(situations[i % situations.length] ?? '')
    return {
      leg: `${'x'.repeat(90)}/${i}`,
      run: 1,
      body: renderComment(result, { ...options, room: shareOf(legs) }),
    }
  })
  expect(commentOf(key, sections).length).toBeLessThanOrEqual(longestComment)
})

/** A door that is opened once. */
function latch() {
  let open = () => {}
  const wait = new Promise<void>((resolve) => {
    open = resolve
  })
  return { wait, open: () => open() }
}

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 20))
