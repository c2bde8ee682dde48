import { describe, expect, it } from 'vitest'
import { growthOf, slopeNoise } from '../../src/diff/growth.ts'

describe('growthOf', () => {
  it.each([
    ['one a round', [1, 2, 3, 4, 5, 6, 7, 8], 1],
    ['a step', [0, 0, 0, 100, 100, 100, 100, 100], 0],
    ['a spike', [0, 0, 0, 0, 900, 0, 0, 0], 0],
    ['a cache that is full at half time', [100, 200, 300, 400, 400, 400, 400, 400], 0],
    ['a falling series', [8, 7, 6, 5, 4, 3, 2, 1], 0],
    ['nothing', [], 0],
  ])('%s', (_, series, steady) => {
    expect(growthOf(series).steady).toBe(steady)
  })

  it('has slopes of sites that add up to the slope of their total', () => {
    const a = [0, 3, 3, 9, 9, 9, 12, 20]
    const b = [5, 5, 4, 4, 8, 8, 9, 9]
    const both = a.map((value, i) => value + (b[i] ?? 0))
    expect(growthOf(a).plain + growthOf(b).plain).toBeCloseTo(growthOf(both).plain, 10)
  })

  it('has an interval that holds the slope', () => {
    const { low, whole, high } = growthOf([0, 1.2, 1.9, 3.3, 3.8, 5.1, 6.2, 6.9])
    expect(low).toBeLessThanOrEqual(whole)
    expect(high).toBeGreaterThanOrEqual(whole)
    expect(high - low).toBeLessThan(1)
  })
})

describe('slopeNoise', () => {
  it('is nothing for a straight line and grows with the scatter', () => {
    expect(slopeNoise([1, 2, 3, 4, 5, 6, 7, 8])).toBe(0)
    expect(slopeNoise([0, 9, -8, 7, -5, 8, -9, 6])).toBeGreaterThan(slopeNoise([0, 1, -1, 1, -1, 1, -1, 1]))
  })
})
