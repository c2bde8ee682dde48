import type { Lines } from '../source.ts'

/** What a language with braces calls a function, and what only holds functions. */
export interface BraceWords {
  /** A line that begins a function. */
  readonly functions: RegExp
  /**
   * A line that begins what holds functions and is none: a class, a suite of tests, the wrapper of a file.
   */
  readonly holds: RegExp
  /** A statement of a file that says nothing of what runs. */
  readonly imports: RegExp
}

/**
 * The outermost function around `line` that is no mere holder of others, by the indentation of its lines;
 * else the statement of the file in which it stands. null: neither, or the lines are not indented.
 */
export function aroundInBraces(lines: readonly string[], line: number, words: BraceWords): Lines | null {
  const openers = openersAround(lines, line)
  const inner = openers.slice(0, untilHolder(lines, openers, words))
  const functions = inner.filter(({ 0: from }) => words.functions.test(lines[from - 1] ?? ''))
  return functions.at(-1) ?? inner.at(-1) ?? statementAt(lines, line, words)
}

function untilHolder(lines: readonly string[], openers: readonly Lines[], { holds }: BraceWords): number {
  const holder = openers.findIndex(([from]) => holds.test(lines[from - 1] ?? ''))
  return holder < 0 ? openers.length : holder
}

/** Lines that open what encloses `line`, with the lines that close it; the innermost first. */
function openersAround(lines: readonly string[], line: number): readonly Lines[] {
  const found: Lines[] = []
  const start = textAt(lines, line) === '' ? above(lines, line) : line
  let indent = indentOf(lines, start) + (opens(lines, start) || closes(lines, start) ? 1 : 0)
  const first = closes(lines, start) && !opens(lines, start) ? start - 1 : start
  for (let at = first; at >= 1 && indent > 0; at--) {
    if (textAt(lines, at) === '' || indentOf(lines, at) >= indent) continue
    indent = indentOf(lines, at)
    const end = opens(lines, at) ? closeOf(lines, at) : null
    if (end !== null && end >= line) found.push([headOf(lines, at), end])
  }
  return found
}

/** `) {` ends a head of several lines. */
function headOf(lines: readonly string[], at: number): number {
  if (!closes(lines, at)) return at
  const indent = indentOf(lines, at)
  for (let up = at - 1; up >= 1; up--)
    if (textAt(lines, up) !== '' && indentOf(lines, up) === indent && !closes(lines, up)) return up
  return at
}

function closeOf(lines: readonly string[], at: number): number | null {
  const indent = indentOf(lines, at)
  for (let down = at + 1; down <= lines.length; down++) {
    if (textAt(lines, down) === '' || indentOf(lines, down) > indent) continue
    if (indentOf(lines, down) !== indent || !closes(lines, down)) return null
    if (!opens(lines, down)) return down
  }
  return null
}

function statementAt(lines: readonly string[], line: number, { imports }: BraceWords): Lines | null {
  const text = lines[line - 1] ?? ''
  return text.trim() === '' || closes(lines, line) || imports.test(text) ? null : [line, line]
}

const closes = (lines: readonly string[], at: number): boolean => /^[)}\]]/.test(textAt(lines, at))
const opens = (lines: readonly string[], at: number): boolean => /(?:[{([]|=>)$/.test(textAt(lines, at))

function above(lines: readonly string[], line: number): number {
  for (let up = line - 1; up >= 1; up--) if (textAt(lines, up) !== '') return up
  return line
}

const textAt = (lines: readonly string[], at: number): string => (lines[at - 1] ?? '').trim()
const indentOf = (lines: readonly string[], at: number): number => (lines[at - 1] ?? '').search(/\S|$/)
