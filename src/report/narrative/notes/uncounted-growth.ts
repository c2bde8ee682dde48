import type { UncountedGrowth } from '../../../judge/uncounted.ts'
import type { Words } from '../words.ts'

/** A sentence for each process whose resident memory grows by what its runtime does not count. */
export function uncountedNotes(
  words: Words,
  growths: readonly UncountedGrowth[],
): readonly { readonly code: string; readonly text: string }[] {
  const amount = (perRound: number) => words.figure(Number(perRound.toPrecision(3)), 'rss-bytes')
  return growths.map(({ role, base, head }) => ({
    code: 'uncounted-growth',
    text: `Resident memory of \`${role}\` grows by ${amount(head)} a round (on base by ${amount(base)}), and no other total explains it: likely memory of native code, such as an add-on, cgo or mmap. Only \`budgets: { rss: auto }\` makes this fail.`,
  }))
}
