import type { Workload } from '../configure/config.ts'
import type { Key } from '../configure/key.ts'
import { type BudgetKey, budgetKeys, workloadKeys } from '../configure/keys.ts'
import type { JudgedTotal } from './verdict.ts'

/** Says where a budget that the user wrote is finer than what this run could see. */
export function budgetNotes(
  totals: readonly JudgedTotal[],
  budgets: Workload['budgets'],
): readonly { readonly code: string; readonly text: string }[] {
  return (Object.keys(budgetKeys) as BudgetKey[]).flatMap((key) => {
    const budget = budgets[key]
    if (typeof budget !== 'number' || String(budget) === defaultOf(key)) return []
    const coarse = totals.filter((t) => t.diff.quantity === budgetKeys[key] && t.smallestVisible > budget)
    const most = Math.max(0, ...coarse.map((t) => t.smallestVisible))
    if (most === 0) return []
    const { unit } = coarse[0]?.diff ?? { unit: '' }
    const text = `\`budgets.${key}\` accepts ${budget} ${unit} a round, but this run could see no growth below ${Math.ceil(most)} ${unit} a round: more operations a round lower that limit.`
    return [{ code: 'budget-below-visible', text }]
  })
}

const defaultOf = (key: BudgetKey): string | undefined =>
  (workloadKeys as readonly Key[]).find(({ name }) => name === `budgets.${key}`)?.default
