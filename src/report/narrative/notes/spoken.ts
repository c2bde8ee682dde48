import { failsLater } from '../../../trial/left-out.ts'
import type { Result } from '../../result.ts'
import { type Block, paragraph, prose } from '../document.ts'

/**
 * Notes that nobody should have to unfold: of waivers, of growth that no judged total shows,
 * of tests that were left out, and of a leak that nobody was seen to hold.
 */
export const isSpoken = ({ code }: { readonly code: string }): boolean =>
  code === 'not-repeatable' ||
  code === failsLater ||
  code === 'tests-left' ||
  code.startsWith('waiver-') ||
  ['faint-growth', 'masked-growth', 'not-explained', 'uncounted-growth'].includes(code)

/** The first ten of them, each a paragraph of its own. */
export function spokenNotes(result: Result): readonly Block[] {
  const notes = result.workloads.flatMap((w) => w.notes).filter(isSpoken)
  return notes.slice(0, 10).map((note) => paragraph(...prose(note.text)))
}
