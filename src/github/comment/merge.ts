import type { Comment } from './own-comments.ts'
import { compareRuns, type Section, sectionsOf, type Writer } from './sections.ts'

/** What a comment has to say once ours is in it. */
export interface Merged {
  /** ours: our own section was put in. newer: a later run has spoken in our place, and stays. */
  readonly whose: 'ours' | 'newer'
  readonly sections: readonly Section[]
  /** Another writer of the same run has the section that would have been ours. */
  readonly isCrowded: boolean
}

/** Whether our own section stands in a comment as it is. */
export const standsIn = (text: string, own: Section): boolean =>
  sectionsOf(text).some((section) => isOf(section, own.by) && section.body === own.body)

/**
 * Every leg's newest section, and ours. An older run never overwrites a newer one's;
 * another writer of the same run and attempt is never overwritten: ours then has a number behind it. Once all
 * legs of this run have written, what older runs left goes.
 */
export function merged(comments: readonly Comment[], own: Section, legs: number): Merged {
  const newest = newestOf(comments.flatMap((comment) => sectionsOf(comment.body ?? '')))
  const leg = placeOf(newest, own)
  const standing = newest.get(leg)
  if (standing !== undefined && compareRuns(standing.by, own.by) > 0)
    return { whose: 'newer', sections: [...newest.values()], isCrowded: false }
  const all = new Map(newest).set(leg, { ...own, leg })
  const current = [...all.values()].filter(({ by }) => by.run >= own.by.run)
  const sections = current.length >= legs ? current : [...all.values()]
  return { whose: 'ours', sections, isCrowded: leg !== own.leg }
}

function newestOf(sections: readonly Section[]): ReadonlyMap<string, Section> {
  const newest = new Map<string, Section>()
  for (const section of sections) {
    const known = newest.get(section.leg)
    if (known === undefined || compareRuns(section.by, known.by) >= 0) newest.set(section.leg, section)
  }
  return newest
}

/** Where ours goes: where it stands already, or the first place that no other writer of this run has. */
function placeOf(newest: ReadonlyMap<string, Section>, own: Section): string {
  const already = [...newest.values()].find((section) => isOf(section, own.by))
  if (already !== undefined) return already.leg
  for (let number = 1; ; number++) {
    const leg = number === 1 ? own.leg : `${own.leg}+${number}`
    const there = newest.get(leg)
    if (there === undefined || compareRuns(there.by, own.by) !== 0) return leg
  }
}

const isOf = ({ by }: Section, { attempt, run, writer }: Writer): boolean =>
  by.run === run && by.attempt === attempt && by.writer === writer
