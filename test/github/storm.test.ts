import { describe, expect, test } from 'vitest'
import { type Kept, keepSection } from '../../src/github/comment/keep-section.ts'
import type { Comment, Comments, Put } from '../../src/github/comment/own-comments.ts'
import { sectionsOf } from '../../src/github/comment/sections.ts'

/** Time that passes only when everybody waits, so that a storm of minutes takes none. */
function virtualTime() {
  let now = 1_700_000_000_000
  const waiting: { readonly at: number; readonly wake: () => void }[] = []
  return {
    now: () => now,
    sleep: (milliseconds: number) =>
      new Promise<void>((wake) => void waiting.push({ at: now + milliseconds, wake })),
    /** Until nobody waits any more. */
    async pass(): Promise<void> {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve))
        waiting.sort((a, b) => a.at - b.at)
        const next = waiting.shift()
        if (next === undefined) return
        now = Math.max(now, next.at)
        next.wake()
      }
    },
  }
}

type Time = ReturnType<typeof virtualTime>

/** The same numbers each time, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const refused = Object.assign(new Error('You have exceeded a secondary rate limit'), {
  status: 403,
  response: { headers: { 'retry-after': '60' } },
})

/**
 * GitHub, as one pull request sees it: answers take a while, no write is conditional,
 * and a minute has room for 80.
 */
function pullRequest(time: Time, random: () => number) {
  let comments: Comment[] = []
  let next = 1
  const writes: number[] = []
  const refusals: number[] = []
  const half = () => time.sleep(50 + 150 * random())
  const admit = () => {
    const recent = writes.filter((at) => at > time.now() - 60_000)
    if (recent.length >= 80) refusals.push(time.now())
    if (recent.length >= 80) throw refused
    writes.push(time.now())
  }
  /** As one leg sees it, with its own count of writes. */
  const seen = () => {
    let own = 0
    const answered = async <T>(work: () => T): Promise<T> => {
      await half()
      const answer = work()
      await half()
      return answer
    }
    const write = <T>(work: () => T) => {
      own++
      return answered(() => {
        admit()
        return work()
      })
    }
    const port: Comments = {
      list: () => answered(() => [...comments]),
      create: (body) =>
        write((): Put => {
          const id = next++
          comments.push({ id, html_url: `#${id}`, body })
          return { did: 'created', url: `#${id}` }
        }),
      update: ({ html_url, id }, body) =>
        write((): Put => {
          comments = comments.map((comment) => (comment.id === id ? { ...comment, body } : comment))
          return { did: 'updated', url: html_url }
        }),
      remove: ({ id }) =>
        write(() => {
          comments = comments.filter((comment) => comment.id !== id)
        }),
    }
    return { port, writes: () => own }
  }
  return { seen, refusals, all: () => comments }
}

interface Storm {
  readonly legs: number
  /** Whether each leg knows its number. */
  readonly numbered: boolean
  /** Within how many milliseconds they end. */
  readonly spread: number
  /** How far apart the clocks of runners are, in milliseconds. */
  readonly skew: number
}

async function storm({ legs, numbered, skew, spread }: Storm) {
  const time = virtualTime()
  const random = numbers(legs + spread)
  const github = pullRequest(time, random)
  const all = Array.from({ length: legs }, async (_, index) => {
    const { port, writes } = github.seen()
    const off = skew * (random() - 0.5)
    await time.sleep(spread * random())
    const own = {
      leg: `n=${index}`,
      by: { run: 1, attempt: 1, writer: index.toString(16) },
      body: `red ${index}`,
    }
    const request = { key: 'k', own, legs, index: numbered ? index : null, when: 'always' } as const
    const kept: Kept = await keepSection(port, { now: () => time.now() + off, sleep: time.sleep }, request)
    return { kept, writes: writes() }
  })
  await time.pass()
  return { legs: await Promise.all(all), comments: github.all(), refusals: github.refusals }
}

describe('legs of a matrix that end together leave one comment, with at most two writes each', () => {
  test.each([
    { legs: 100, numbered: true, spread: 0, skew: 0 },
    { legs: 100, numbered: true, spread: 5_000, skew: 400 },
    { legs: 256, numbered: true, spread: 0, skew: 200 },
    { legs: 8, numbered: true, spread: 0, skew: 0 },
    { legs: 2, numbered: true, spread: 100, skew: 0 },
  ])('$legs legs within $spread ms, clocks $skew ms apart: every section stands', async (given) => {
    const { comments, legs, refusals } = await storm(given)
    expect(comments).toHaveLength(1)
    expect(sectionsOf(comments[0]?.body ?? '')).toHaveLength(given.legs)
    expect(Math.max(...legs.map(({ writes }) => writes))).toBeLessThanOrEqual(2)
    expect(refusals).toEqual([])
  })

  test.each([
    { legs: 64, numbered: false, spread: 0, skew: 0 },
    { legs: 100, numbered: false, spread: 20_000, skew: 0 },
  ])('$legs legs that were not told their numbers', async (given) => {
    const { comments, legs, refusals } = await storm(given)
    expect(comments).toHaveLength(1)
    const lost = legs.filter(({ kept }) => kept.did === 'lost').length
    expect(sectionsOf(comments[0]?.body ?? '')).toHaveLength(given.legs - lost)
    expect(lost).toBeLessThan(given.legs / 10)
    expect(Math.max(...legs.map(({ writes }) => writes))).toBeLessThanOrEqual(2)
    expect(refusals).toEqual([])
  })
})
