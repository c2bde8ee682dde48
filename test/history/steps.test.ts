import { describe, expect, it } from 'vitest'
import { levelsOf, stepsOf } from '../../src/history/steps/steps.ts'
import { normals, seriesFrom, sha } from './records.ts'

const noisy = (levels: readonly number[], seed = 7) => {
  const normal = normals(seed)
  return seriesFrom(levels.map((level) => level + 4 * normal())).points
}
const flat = (length: number, level: number) => Array.from({ length }, () => level)

describe('a step', () => {
  it('is named by the first commit that stands at the new level, and what it was before', () => {
    const [step, ...more] = stepsOf(noisy([...flat(20, 100), ...flat(10, 160)]))
    expect(more).toEqual([])
    expect(step?.point.commit).toBe(sha('commit 20'))
    expect(step?.before.commit).toBe(sha('commit 19'))
    expect([step?.from, step?.to]).toEqual([expect.closeTo(100, -1), expect.closeTo(160, -1)])
  })

  it('down is one as well, and each of several is told', () => {
    const steps = stepsOf(noisy([...flat(15, 0), ...flat(15, 80), ...flat(15, 20)]))
    expect(steps.map(({ at }) => at)).toEqual([15, 30])
  })

  it.each([0, 17, 29])('is not made of a single run that lies far off: the %ith of 30', (odd) => {
    const values = flat(30, 100).map((level, i) => (i === odd ? 400 : level))
    expect(stepsOf(noisy(values))).toEqual([])
  })

  it('of counts that have no noise at all is seen by two runs', () => {
    const steps = stepsOf(seriesFrom([...flat(10, 0), 100, 100]).points)
    expect(steps.map(({ at }) => at)).toEqual([10])
  })
})

describe('a series without a step', () => {
  it.each([1, 2, 3])('of %i values has one level', (length) => {
    expect(levelsOf(seriesFrom(flat(length, 5)).points)).toHaveLength(1)
  })

  it('of what has neither noise nor anything visible has a level all the same', () => {
    const { points } = seriesFrom([0, 0, 0])
    const bare = points.map((point) => ({ ...point, low: 0, high: 0, floor: 0 }))
    expect(levelsOf(bare)).toMatchObject([{ growth: 0, noise: expect.closeTo(0, 6) }])
  })

  it('is seldom given one', () => {
    const given = [10, 20, 50].map((length) => {
      const series = Array.from({ length: 300 }, (_, seed) => noisy(flat(length, 100), seed + 1))
      return series.filter((points) => stepsOf(points).length > 0).length
    })
    expect(
      given.every((count) => count <= 12),
      `of 300 each: ${given.join(', ')}`,
    ).toBe(true)
  })
})

it('six hundred values are divided in no time', () => {
  const used = process.cpuUsage()
  levelsOf(noisy(flat(600, 100)))
  expect(process.cpuUsage(used).user / 1000).toBeLessThan(1000)
})
