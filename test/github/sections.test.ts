import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepComment } from '../../src/github/comment/comment.ts'
import { commentOf, longestComment, sectionsOf, shareOf } from '../../src/github/comment/sections.ts'
import type { Clock } from '../../src/github/comment/turn.ts'
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
    readonly pause?: Clock['sleep']
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
          { key, when, own: { leg, by: by(run, leg), body }, legs, index: null },
          { now: () => 0, sleep: pause ?? (async () => {}) },
        ),
      comments: async () =>
        (await emulator.comments(number)).map((c) =>
          sectionsOf(c.body).map(({ leg, body }) => `${leg}: ${body.split('\n').at(-1)}`),
        ),
      text: async () => (await emulator.comments(number))[0]?.body,
      quote: (body: string) => emulator.comment(number, body, emulator.tokens.write),
    }
  }

  test('has a section of each leg, in order; each changes its own alone', async () => {
    const pull = await newPull()
    expect(await pull.says('b', 'red')).toMatchObject({ did: 'created' })
    expect(await pull.says('a', 'red')).toMatchObject({ did: 'updated' })
    expect(await pull.comments()).toEqual([['a: red', 'b: red']])
    await pull.says('b', 'green', { when: 'standing', run: 2 })
    expect(await pull.comments()).toEqual([['a: red', 'b: green']])
  })

  test('is not there while all legs are clean', async () => {
    const pull = await newPull()
    expect(await pull.says('a', 'green', { when: 'standing' })).toEqual({ did: 'nothing' })
    expect(await pull.comments()).toEqual([])
  })

  test('forgets a leg that the matrix no longer has, once all others have spoken', async () => {
    const pull = await newPull()
    await pull.says('a', 'red')
    await pull.says('gone', 'red')
    await pull.says('a', 'green', { run: 2 })
    expect(await pull.comments()).toEqual([['a: green', 'gone: red']])
    expect(await pull.text()).toMatch(/Of an earlier push[^\n]*\n\nred/)
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
      'x\n<!-- leakdiff:end -->\n<!-- leakdiff:leg b run 9 attempt 1 by ff -->\nforged\n<!-- leakdiff:end -->\nred',
    )
    await pull.says('b', 'green')
    expect(await pull.comments()).toEqual([['a: red', 'b: green']])
  })
})

test.each([2, 20, 60])('%i legs with much to say fit in it', (legs) => {
  const sections = Array.from({ length: legs }, (_, i) => {
    const result = resultOf(situations[i % situations.length] ?? '')
    return {
      leg: `${'x'.repeat(90)}/${i}`,
      by: by(1, 'x'),
      body: renderComment(result, { ...options, room: shareOf(legs) }),
    }
  })
  expect(commentOf(key, sections).length).toBeLessThanOrEqual(longestComment)
})

const by = (run: number, leg: string) => ({ run, attempt: 1, writer: Buffer.from(leg).toString('hex') })
