import { budgetOf, type Workload } from '../configure/config.ts'
import type { TotalDiff } from '../diff/comparison.ts'
import type { Quantity } from '../profile/profile.ts'
import { defaultFloors } from './constants.ts'

/** Units a round that a total's excess must pass to fail; null: it never fails. */
export type Threshold = (quantity: Quantity, repeat?: number) => number | null

/**
 * The larger of the runtime's floor and the user's budget; null when the budget is off or no budget covers
 * the total. A floor is the noise of a measured round: where that was `repeat` of the workload's, as much
 * noise stands against as many times the growth.
 */
export function thresholdOf(
  budgets: Workload['budgets'],
  floors: Readonly<Partial<Record<Quantity, number>>>,
): Threshold {
  return (quantity, repeat = 1) => {
    const budget = budgetOf(budgets, quantity)
    if (budget === 'off' || (quantity === 'instances' && budget === 'auto' && accepts(budgets))) return null
    const floor = floorOf(floors, quantity, repeat)
    return budget === 'auto' ? floor : Math.max(floor, budget)
  }
}

/** Whether the user accepts some growth of what objects are made for, or are: they come with it. */
const accepts = ({ classes, heap, objects, tasks }: Workload['budgets']): boolean =>
  tasks !== 0 || [classes, heap, objects].some((budget) => budget !== 'auto')

/** Growth a round of a total that is noise. */
export const floorOf = (
  floors: Readonly<Partial<Record<Quantity, number>>>,
  quantity: Quantity,
  repeat = 1,
): number => (floors[quantity] ?? defaultFloors[quantity]) / repeat

/** How many of the workload's rounds a measured one was, at the least, in any trial of a total. */
export const fewestRepeats = ({ base, head }: Pick<TotalDiff, 'base' | 'head'>): number =>
  Math.min(...[...base, ...head].map(({ repeat = 1 }) => repeat))
