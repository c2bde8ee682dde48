/** Lines of base that stand otherwise on head, in one place. */
export interface Hunk {
  /** The line of head after which it begins; 0 is the top of the file. */
  readonly after: number
  /** Lines of head that are new or edited, from the one behind `after` on. */
  readonly lines: number
  /** Lines of base that are gone. */
  readonly gone: number
  /** Their text, as far as it is for reading. */
  readonly removed: string[]
}

/** More, and longer, lines are not for reading. */
const mostLines = 60
const longest = 200

/** `@@ -12,3 +11,0 @@`: three lines gone after line 11. `@@ -4 +5,2 @@`: lines 5 and 6 are new or edited. */
export function hunkOf(header: string): Hunk | null {
  const [, gone = '1', from, count = '1'] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header) ?? []
  if (from === undefined) return null
  const lines = Number(count)
  return { after: lines === 0 ? Number(from) : Number(from) - 1, lines, gone: Number(gone), removed: [] }
}

/** Takes a line below the header of the newest hunk. */
export function readRemoved(hunks: readonly Hunk[] | undefined, line: string): void {
  const last = hunks?.at(-1)
  if (last === undefined || !line.startsWith('-') || last.removed.length >= mostLines) return
  last.removed.push(line.slice(1, 1 + longest).trim())
}
