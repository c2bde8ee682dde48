import type { Lines } from '../source.ts'

/**
 * The declaration of a file around `line`, of a language that formats itself:
 * it begins with one of `words` at the left edge, and ends with a bracket there. null: none is there.
 */
export function declarationAround(lines: readonly string[], line: number, words: RegExp): Lines | null {
  let from = Math.min(line, lines.length)
  while (from > 0 && !words.test(lines[from - 1] ?? '')) from--
  if (from === 0) return null
  const end = isOpen(lines[from - 1] ?? '')
    ? lines.findIndex((text, index) => index >= from && ends(text)) + 1
    : from
  return end >= line ? [from, end] : null
}

const ends = (text: string): boolean => /^[)}`]/.test(text) && !isOpen(text.replace(/^[)}]/, ''))

/** Whether a line leaves a bracket, or a string of several lines, open. */
function isOpen(text: string): boolean {
  const code = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '')
  const count = (pattern: RegExp) => code.match(pattern)?.length ?? 0
  return code.includes('`') || count(/[({[]/g) > count(/[)}\]]/g)
}
