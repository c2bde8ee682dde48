import type { Judgement, MaskedGrowth } from '../../../judge/verdict.ts'
import type { Words } from '../words.ts'

/** A sentence for each growth that its total hides: what grew, what shrank, and how often it was seen. */
export function maskedNotes(
  words: Words,
  { masked }: Judgement,
): readonly { readonly code: string; readonly text: string }[] {
  return masked
    .slice(0, mostNotes)
    .map((growth) => ({ code: 'masked-growth', text: sentence(words, growth) }))
}

const mostNotes = 3
const mostNames = 2

function sentence(words: Words, { quantity, base, head, by, trials, ...about }: MaskedGrowth): string {
  const amount = (perRound: number) => words.amount(Number(perRound.toPrecision(3)), quantity)
  const others = by
    .slice(0, mostNames)
    .map((one) => `\`${one.function}\` by ${amount(one.perRound)} less`)
    .join(', and ')
  const seen = trials === 1 ? 'seen in one start of head' : `seen in ${trials} starts of head`
  return `\`${about.function}\` grows by ${amount(head)} a round, on base by ${amount(base)}, yet the total of ${words.name(quantity)} does not grow more: ${others} (${seen}). One may hide the other.`
}
