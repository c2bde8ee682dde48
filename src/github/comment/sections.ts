import { marker } from './key.ts'

/** What one leg of a matrix says in the comment that all legs share. */
export interface Section {
  /** Word characters, dots, slashes and dashes. */
  readonly leg: string
  /** The id of the run that wrote it; ids grow from run to run. */
  readonly run: number
  /** Markdown. */
  readonly body: string
}

const opening = /^<!-- leakdiff:leg ([\w./-]+) run (\d+) -->$/
const closing = '<!-- leakdiff:end -->'

/** The sections in a comment's text, in order; what stands outside of them belongs to nobody. */
export function sectionsOf(text: string): readonly Section[] {
  const sections: Section[] = []
  let open: { readonly leg: string; readonly run: number; readonly lines: string[] } | null = null
  for (const line of text.split(/\r?\n/)) {
    const [, leg, run] = opening.exec(line) ?? []
    if (leg !== undefined) open = { leg, run: Number(run), lines: [] }
    else if (open !== null && line === closing) {
      sections.push({ leg: open.leg, run: open.run, body: open.lines.join('\n').trim() })
      open = null
    } else open?.lines.push(line)
  }
  return sections
}

/** The whole comment: its marker, then the sections in order of their legs. */
export function commentOf(key: string, sections: readonly Section[]): string {
  const ordered = sections.toSorted((a, b) => (a.leg < b.leg ? -1 : 1))
  const parts = ordered.map(({ leg, run, body }) =>
    // The empty line ends what would take the marker for its own.
    [`<!-- leakdiff:leg ${leg} run ${run} -->`, inert(body), '', closing].join('\n'),
  )
  return [marker(key), ...parts].join('\n')
}

/** Other people's text in a section may look like a marker of ours. */
export const inert = (body: string): string => body.trim().replaceAll('<!-- leakdiff:', '<!-- leakdiff :')

/** What a comment of our own may hold, in characters. */
export const longestComment = 65_536

/** How many characters each of `legs` may use, markers left aside: a fair share, so that no leg pushes another out. */
export const shareOf = (legs: number): number => Math.floor(longestComment / Math.max(1, legs)) - 400
