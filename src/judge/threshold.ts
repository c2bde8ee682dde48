import { budgetOf, type Workload } from '../configure/config.ts'
import type { Quantity } from '../profile/profile.ts'
import { defaultFloors } from './constants.ts'

/**
 * Units a round that a total's excess must pass to fail: the larger of the runtime's floor and the user's budget. null: the total never
 * fails, because its budget is off or no budget covers it.
 */
export function thresholdOf(
  budgets: Workload['budgets'],
  floors: Readonly<Partial<Record<Quantity, number>>>,
): (quantity: Quantity) => number | null {
  return (quantity) => {
    const budget = budgetOf(budgets, quantity)
    if (budget === 'off') return null
    const floor = floors[quantity] ?? defaultFloors[quantity]
    return budget === 'auto' ? floor : Math.max(floor, budget)
  }
}
