import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { parsePprof } from '../../src/profile/formats/pprof/parse.ts'
import { diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { field, message, profileOf, sample, strings } from '../profile/formats/pprof/wire.ts'

/** What came of it: what was read, or its kind of refusal and the text of it. */
async function outcome(read: () => unknown): Promise<string> {
  try {
    await read()
    return 'accepted'
  } catch (error) {
    if (error instanceof FormatError) return `${error.kind}: ${error.message} ${error.remedy}`
    throw error
  }
}

const refusal = (bytes: Uint8Array) => {
  const given = sourceOf('after', Buffer.from(bytes))
  return outcome(() => diffProfiles({ moments: [[given], [given]], quantity: null, by: 'function' }))
}

describe('what would become too large', () => {
  const refusedQuickly = async (bytes: Uint8Array) => {
    const started = performance.now()
    expect(await refusal(bytes)).toMatch(/^not-supported: .*(?:1 GB|bytes once inflated|too many)/)
    expect(performance.now() - started).toBeLessThan(20_000)
  }
  it('zeros without end', () => refusedQuickly(gzipSync(Buffer.alloc(450_000_000), { level: 1 })), 60_000)

  it('endless strings', () => {
    const strings = Buffer.alloc(60_000_000)
    for (let at = 0; at < strings.length; at += 2) strings[at] = 0x32
    return refusedQuickly(
      gzipSync(Buffer.concat([Buffer.from([0x0a, 4, 8, 1, 16, 2]), strings]), { level: 1 }),
    )
  }, 60_000)

  it('endless names below the stacks of a text', () => {
    const stack = (at: number) =>
      `1: 64 [1: 64] @ 0x1000\n#\t0x1000\tmain.${'x'.repeat(1_000_000)}${at}+0x1\t/src/main.go:1\n`
    const stacks = Array.from({ length: 60 }, (_, at) => stack(at))
    return refusedQuickly(Buffer.from(`heap profile: 60: 3840 [60: 3840] @ heap/1048576\n${stacks.join('')}`))
  }, 60_000)

  it('endless lists of JSON', () => refusedQuickly(Buffer.from(`{"head":${'[['.repeat(5_000_000)}`)), 60_000)
})

describe('work stays in proportion to the file', () => {
  const read = (bytes: Uint8Array) => outcome(() => parsePprof(bytes, {}))

  it('a location of 100,000 lines in 100,000 samples', async () => {
    const line = message(4, field(1, 1))
    const locations = message(4, field(1, 1), new Array(100_000).fill(line).flat())
    const samples = new Array(100_000).fill(sample([1], [1])).flat()
    expect(await read(profileOf({ locations, samples }))).toMatch(/^broken: .*more frames/)
  })

  it('50,000 functions of one name of 1 MB', async () => {
    const functions = Array.from({ length: 50_000 }, (_, index) =>
      message(5, field(1, index + 1), field(2, 8)),
    ).flat()
    const locations = Array.from({ length: 50_000 }, (_, index) =>
      message(4, field(1, index + 1), message(4, field(1, index + 1), field(2, index + 1))),
    ).flat()
    const bytes = profileOf({ functions, locations, strings: [...strings, `f[${'('.repeat(1_000_000)}`] })
    expect(await read(bytes)).toBe('accepted')
  })
})
