import { marker } from './key.ts'

/** What one use of the action says in a comment: all of it, or a part beside other legs of its matrix. */
export interface Section {
  /** `.` is the only one of a use without a matrix. A second writer of the same has a `+2` behind it. */
  readonly leg: string
  /** Who wrote it. */
  readonly by: Writer
  /** Markdown. */
  readonly body: string
}

export interface Writer {
  /** The run's id, which grows from run to run. */
  readonly run: number
  readonly attempt: number
  /** Made up by each process: two uses that GitHub does not tell apart are two writers. */
  readonly writer: string
}

const opening = /^<!-- leakdiff:leg (\S+) run (\d+) attempt (\d+) by ([0-9a-f]+) -->$/
const closing = '<!-- leakdiff:end -->'
const earlier = '_Of an earlier push: this part has not reported since._'

/** Negative: the first ran before the second. */
export const compareRuns = (a: Writer, b: Writer): number => a.run - b.run || a.attempt - b.attempt

/** The sections in a comment's text, in order; what stands outside of them belongs to nobody. */
export function sectionsOf(text: string): readonly Section[] {
  const sections: Section[] = []
  let open: (Omit<Section, 'body'> & { readonly lines: string[] }) | null = null
  for (const line of text.split(/\r?\n/)) {
    const [, leg, run, attempt, writer = ''] = opening.exec(line) ?? []
    if (leg !== undefined)
      open = { leg, by: { run: Number(run), attempt: Number(attempt), writer }, lines: [] }
    else if (open !== null && line === closing) {
      sections.push({ leg: open.leg, by: open.by, body: open.lines.join('\n').trim() })
      open = null
    } else if (line !== earlier) open?.lines.push(line)
  }
  return sections
}

/** The whole comment: its marker, then the sections in order of their legs; what older runs left says so. */
export function commentOf(key: string, sections: readonly Section[]): string {
  const ordered = sections.toSorted((a, b) => (a.leg < b.leg ? -1 : 1))
  const newest = sections
    .map(({ by }) => by)
    .toSorted(compareRuns)
    .at(-1)
  const parts = ordered.map(({ by, leg, body }) => {
    const old = newest !== undefined && by.run < newest.run ? [earlier, ''] : []
    // The empty line ends what would take the marker for its own.
    return [openingOf(leg, by), ...old, inert(body), '', closing].join('\n')
  })
  return [marker(key), ...parts].join('\n')
}

const openingOf = (leg: string, { attempt, run, writer }: Writer): string =>
  `<!-- leakdiff:leg ${leg} run ${run} attempt ${attempt} by ${writer} -->`

/** Other people's text in a section may look like a marker of ours. */
export const inert = (body: string): string => body.trim().replaceAll('<!-- leakdiff:', '<!-- leakdiff :')

/** What a comment of our own may hold, in characters. */
export const longestComment = 65_536

/**
 * How many characters each of `legs` may use, markers left aside: a fair share,
 * so that no leg pushes another out.
 */
export const shareOf = (legs: number): number => Math.floor(longestComment / Math.max(1, legs)) - 400
