import type { Judgement } from '../../../judge/verdict.ts'
import type { Words } from '../words.ts'

/** A sentence for each growth that came in every round and that this run could not judge. */
export function faintNotes(
  words: Words,
  { faint, verdict }: Judgement,
  { name, operations }: { readonly name: string; readonly operations: number },
): readonly { readonly code: string; readonly text: string }[] {
  if (verdict !== 'pass') return []
  const each = (perRound: number, quantity: string) =>
    `${words.amount(Number((perRound / operations).toPrecision(2)), quantity)} per ${words.each}`
  return faint.map(({ function: grown, perRound, quantity, smallestVisible }) => ({
    code: 'faint-growth',
    text: `${grown === null ? `The ${words.name(quantity)} of \`${name}\`` : `What \`${grown}\` allocates`} grew by ${each(perRound, quantity)} in every round, below what this run can judge (${each(smallestVisible, quantity)}): more operations a round would decide.`,
  }))
}
