import type { Result } from '../../src/report/result.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { frame, type Row, rising, trialOf } from '../judge/trials.ts'

const rounds = 4
const [sites, stacks] = [5_000, 100_000]

/** `stacks` distinct stacks of ten frames that end at `sites` functions; most grow little, some shrink. */
export function hugeTrials({ workloads }: Result): readonly Trial[] {
  const [workload] = workloads
  const totals = (side: Trial['side']): readonly Row[] =>
    (workload?.totals ?? []).map((total) => {
      const { perRound } = side === 'head' ? total.head : (total.base ?? { perRound: 0 })
      return {
        role: total.role,
        quantity: total.quantity as Row['quantity'],
        series: rising(perRound, rounds),
      }
    })
  return (['base', 'head'] as const).map((side) =>
    withStacks({ ...trialOf(side, 2, totals(side)), workload: workload?.name ?? '' }, side === 'head'),
  )
}

function withStacks(trial: Trial, grows: boolean): Trial {
  const names = new Map<string, number>()
  const indexOf = (name: string): number => {
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  }
  const made = Array.from({ length: stacks }, (_, i) => ({
    role: 0,
    quantity: 'heap-bytes' as const,
    stack: pathOf(i).map(indexOf),
  }))
  const valueAt = (round: number) =>
    made.map((_, i) => [i, 9_000 + round * (grows ? growthOf(i) : 10)] as const)
  return {
    ...trial,
    frames: [...names.keys()].map(frame),
    sites: made,
    rounds: trial.rounds.map((round, i) => ({ ...round, sites: valueAt(i) })),
    drained: trial.drained && { ...trial.drained, sites: valueAt(rounds - 1) },
  }
}

const growthOf = (i: number): number => (i % 7 === 6 ? -900 : 40 + Math.round(4_000_000 / (i + 1)))

/** Eight callers, each calling three others, then one of `sites` functions that allocate. */
const pathOf = (i: number): readonly string[] => [
  'main.main',
  ...Array.from(
    { length: 8 },
    (_, depth) => `pkg${Math.floor(i / 3 ** (8 - depth)) % 997}.(*Server).call${depth}`,
  ),
  `shop.(*Order).keep${i % sites}`,
]
