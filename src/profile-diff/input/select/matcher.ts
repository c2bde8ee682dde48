import { RE2JS } from 're2js'
import { FormatError } from '../../../errors.ts'

/**
 * Whether a text holds what a regular expression means. In time that grows with the text alone,
 * whatever the expression.
 */
export type Matches = (text: string) => boolean

const longestPattern = 10_000
/** Letters that are compared with an expression, times its length: some seconds. */
const mostWork = 5e8

/** Compiles an expression in the syntax of RE2. Throws RE2JSException or RangeError for what is none. */
export function matcher(pattern: string): Matches {
  if (pattern.length > longestPattern) throw new RangeError(`it is longer than ${longestPattern} letters`)
  const compiled = RE2JS.compile(pattern)
  let left = mostWork
  return (text) => {
    const shown = text.length > 4096 ? text.slice(0, 4096) : text
    left -= shown.length * pattern.length
    if (left < 0) throw tooMuch()
    return compiled.matcher(shown).find()
  }
}

function tooMuch(): FormatError {
  return new FormatError(
    'not-supported',
    'The profile cannot be read: its names are too many for so long a regular expression.',
    'Use a shorter expression, or check that the file is what it seems to be.',
  )
}
