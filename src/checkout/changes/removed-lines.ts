/** One line that head lacks, with nothing in its place. */
export interface RemovedLine {
  /** The line of head after which it stood. */
  readonly after: number
  text: string
}

interface Section {
  readonly removedAfter: readonly number[]
  readonly removed: readonly RemovedLine[]
}

/** Longer lines are not for reading. */
const longest = 100

/** Takes the line under the header of a hunk that takes out one. */
export function readRemoved(section: Section | undefined, line: string): void {
  const last = section?.removed.at(-1)
  const text = line.slice(1).trim()
  const isIts = last?.text === '' && last.after === section?.removedAfter.at(-1)
  if (last !== undefined && isIts && line.startsWith('-') && text.length <= longest) last.text = text
}
