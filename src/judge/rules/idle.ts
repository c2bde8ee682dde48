import type { TrialGrowth } from '../../diff/comparison.ts'
import { baseMargin, boundNoise, idleMargin } from '../constants.ts'
import { alike, most, type Outcome } from './rule.ts'

/** `excess` less what an idle phase explains; all of it when that added less than would be judged. */
export function excessByRounds(
  head: TrialGrowth,
  base: readonly TrialGrowth[],
  { excess, threshold }: { readonly excess: number; readonly threshold: number },
): number {
  if (head.idle === null || head.idle.perRound <= threshold) return excess
  const beyond = ({ growth, idle }: TrialGrowth) => Math.max(0, growth.steady - (idle?.perRound ?? 0))
  return beyond(head) - baseMargin * most(alike(head, base).map(beyond))
}

/**
 * What may be left of growth by the clock alone, in units a round: rounds do not last the same, and the clock
 * of an idle program does not run as that of a busy one.
 */
export const clockDoubt = ({ idle }: TrialGrowth, noise: number): number =>
  Math.max(boundNoise * noise, (baseMargin - 1) * (idle?.perRound ?? 0))

/** Growth by the clock is no leak of a round; when base grows so as well it is none of the pull request's. */
export function grownWhileIdle(head: TrialGrowth, base: readonly TrialGrowth[], threshold: number): Outcome {
  const { perRound, perSecond } = head.idle ?? { perRound: 0, perSecond: 0 }
  const before = most(base.map((b) => b.idle?.perSecond ?? 0))
  if (perSecond <= 0) return 'quiet'
  return perRound * (1 - (idleMargin * before) / perSecond) > threshold ? 'while idle' : 'quiet'
}
