import { expect, it } from 'vitest'
import { type By, diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'
import { field, message, profileOf, sample, varint } from '../profile/formats/pprof/wire.ts'
import { randomOf } from './fuzz/mutate.ts'

/** Ids of one byte to four, one of which has two functions, one of which calls itself inlined. */
const ids = [1, 2, 3, 200, 20_000, 3_000_000, 4]

function profile(random: () => number): Buffer {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const line = (id: number) => message(4, field(1, id), field(2, 1 + Math.floor(random() * 3)))
  const locations = ids.flatMap((id, at) => {
    const lines = at === 1 ? [line(1), line(2)] : at === 2 ? [line(3), line(3)] : [line(1 + (at % 3))]
    return message(4, field(1, id), ...lines)
  })
  const callers = Array.from({ length: 3 }, () =>
    Array.from({ length: Math.floor(random() * 5) }, () => one(ids)),
  )
  const samples = Array.from({ length: 40 }, () =>
    sample([one(ids), ...one(callers)], [one([0, 1, 5, 2 ** 30])]),
  )
  return profileOf({ locations, samples: samples.flat() })
}

/** What is left by an expression that fits nothing is added sample by sample. */
function rowsOf(before: Buffer, after: Buffer, by: By, isEach: boolean) {
  const selected = { focus: null, ignore: isEach ? 'fits nothing' : null, tagFocus: null, tagIgnore: null }
  const moments = [[sourceOf('before', before)], [sourceOf('after', after)]]
  return diffProfiles({ moments, quantity: null, by, selected })
}

it('samples that share their callers are added as they are one by one', async () => {
  expect(varint(3_000_000)).toHaveLength(4)
  for (let number = 0; number < 60; number++) {
    const random = randomOf(number)
    const [before, after] = [profile(random), profile(random)]
    for (const by of ['function', 'line'] as const) {
      const many = await rowsOf(before, after, by, false)
      expect(many, `${number}`).toEqual(await rowsOf(before, after, by, true))
      expect(many.rows.length).toBeGreaterThan(1)
    }
  }
})
