import { describe, expect, it } from 'vitest'
import { stackGrowths } from '../../src/diff/stack-growth.ts'
import { rising, trialOf } from '../judge/trials.ts'

const measured = (total: number, stacks: readonly number[]) =>
  trialOf('head', 1, [
    { quantity: 'heap-bytes', series: rising(total, 8) },
    ...stacks.map((step, i) => ({
      quantity: 'heap-bytes' as const,
      series: rising(step, 8),
      stack: ['main.main', `main.f${i}`],
    })),
  ])
const growths = (total: number, stacks: readonly number[]) =>
  stackGrowths([measured(total, stacks)]).map(({ head }) => Math.round(head.perRound))

describe('growth of stacks', () => {
  it('comes to no more than the exact total of the same trial', () => {
    expect(growths(300, [200, 160])).toEqual([167, 133])
  })
  it('stays what was sampled where that is less, or where the total does not grow', () => {
    expect(growths(300, [200, 40])).toEqual([200, 40])
    expect(growths(0, [200, 160])).toEqual([200, 160])
  })
})
