import { withoutComments } from '../../../onboarding/source-text.ts'
import { sharedConstants, withConstants } from './constants.ts'

/**
 * Sources as their routes are read: without comments and type arguments of calls, with constants put into
 * their paths.
 */
export function spelledOut(sources: readonly string[]): readonly string[] {
  const texts = sources.map((text) => withoutTypes(withoutComments(text)))
  const shared = sharedConstants(texts)
  return texts.map((text) => withConstants(text, shared))
}

const typed = /\.\s*(?:get|post|put|patch|delete|all|route|register|use|group|openapi)\s*</g
/** No list of types is longer; what does not end is a comparison. */
const longest = 2000

/** `app.get<{ Params: { id: string } }>('/items/:id'` becomes `app.get('/items/:id'`. */
function withoutTypes(text: string): string {
  let out = ''
  let done = 0
  for (const { 0: match, index } of text.matchAll(typed)) {
    const open = index + match.length - 1
    const end = open < done ? -1 : endOfTypes(text, open)
    if (end < 0 || !/^\s*\(/.test(text.slice(end, end + 40))) continue
    out += text.slice(done, open)
    done = end
  }
  return out + text.slice(done)
}

/** Where `<` at `open` is closed; -1: nowhere near. */
function endOfTypes(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < Math.min(text.length, open + longest); at++) {
    if (text[at] === '<') depth++
    else if (text[at] === '>' && text[at - 1] !== '=' && --depth === 0) return at + 1
  }
  return -1
}
