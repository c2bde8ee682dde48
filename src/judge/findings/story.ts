import { slopeNoise } from '../../diff/growth.ts'
import { boundNoise } from '../constants.ts'
import { stays } from '../rules/rule.ts'
import type { JudgedTotal } from '../verdict.ts'
import { type Measure, moreThanBase, onBase } from './groups.ts'

/**
 * Which question the sites behind a total answer: who leaks, who may leak, what the user excuses,
 * or who leaked on base already.
 */
export type Story = 'leak' | 'suspect' | 'waived' | 'past'

export interface Told {
  readonly total: JudgedTotal
  readonly story: Story
}

/** null: nothing is told of it. */
export function storyOf({
  standing,
  threshold,
  base,
}: Pick<JudgedTotal, 'standing' | 'threshold' | 'base'>): Story | null {
  if (threshold === null) return null
  if (standing === 'red') return 'leak'
  if (standing === 'waived') return 'waived'
  if (standing === 'between' || standing === 'suspected') return 'suspect'
  if (base === null || !stays(base)) return null
  return base.growth.steady > Math.max(threshold, boundNoise * slopeNoise(base.series)) ? 'past' : null
}

export const measureOf = (story: Story): Measure => (story === 'past' ? onBase : moreThanBase)
