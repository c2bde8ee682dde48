import type { Lines } from '../../source.ts'

/** The same text with comments, and strings that stand alone as documentation does, blanked. */
export function withoutComments(text: string): string {
  const blank = (token: string) => token.replace(/[^\n]/g, ' ')
  return text
    .replace(/^[ \t]*[rR]?("""|''')[\s\S]*?\1[ \t]*$/gm, blank)
    .replace(tokens, (token) => (token.startsWith('#') ? blank(token) : token))
}

const tokens = /("""|''')[\s\S]*?\1|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g

/** The outermost `def` around a line, a method for itself; else the statement of the file. */
export function around(lines: readonly string[], line: number): Lines | null {
  const at = nonBlank(lines, line)
  let found: number | null = isDef(lines, at) ? at : null
  let indent = indentOf(lines, at) + (/^\s*[)\]}]/.test(lines[at - 1] ?? '') ? 1 : 0)
  for (let up = at - 1; up >= 1 && indent > 0; up--) {
    if (isBlank(lines, up) || indentOf(lines, up) >= indent) continue
    // `):` ends a head of several lines, whose beginning stands as far left.
    indent = indentOf(lines, up) + (/^\s*[)\]}]/.test(lines[up - 1] ?? '') ? 1 : 0)
    if (/^\s*class\b/.test(lines[up - 1] ?? '')) break
    if (isDef(lines, up)) found = up
  }
  if (found === null) return statementAt(lines, line)
  const end = endOf(lines, found)
  return end >= line ? [found, end] : null
}

/** The last line of a body that begins at `from`. */
function endOf(lines: readonly string[], from: number): number {
  const indent = indentOf(lines, from)
  let end = from
  for (let down = from + 1; down <= lines.length; down++) {
    if (isBlank(lines, down)) continue
    // What closes the brackets of a head stands as far left as the head itself.
    if (indentOf(lines, down) <= indent && !/^\s*[)\]}]/.test(lines[down - 1] ?? '')) break
    end = down
  }
  return end
}

function statementAt(lines: readonly string[], line: number): Lines | null {
  const text = lines[line - 1] ?? ''
  return /^(?:\s|$|import\b|from\b|[)\]}])/.test(text) ? null : [line, line]
}

function nonBlank(lines: readonly string[], line: number): number {
  for (let up = line; up >= 1; up--) if (!isBlank(lines, up)) return up
  return line
}

const isDef = (lines: readonly string[], at: number): boolean =>
  /^\s*(?:async\s+)?def\b/.test(lines[at - 1] ?? '')
const isBlank = (lines: readonly string[], at: number): boolean => (lines[at - 1] ?? '').trim() === ''
const indentOf = (lines: readonly string[], at: number): number => (lines[at - 1] ?? '').search(/\S|$/)
