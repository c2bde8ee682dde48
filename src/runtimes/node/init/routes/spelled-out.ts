import { withoutComments } from '../../../onboarding/source-text.ts'
import { name } from './imports.ts'

/**
 * A source as its routes are read: without comments and type arguments of calls,
 * with the constants of the file put into its paths.
 */
export const spelledOut = (text: string): string => withConstants(withoutTypes(withoutComments(text)))

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

const constant = new RegExp(
  String.raw`\bconst\s+(${name})(?:\s*:\s*string)?\s*=\s*(['"\`])(/[\w\-./:]*)\2`,
  'g',
)

/** `${PREFIX}/items` and `PREFIX + '/items'`, where the file has `const PREFIX = '/api'`. */
function withConstants(text: string): string {
  const all = [...text.matchAll(constant)]
  return all.reduce((told, [, called = '', , path = '']) => {
    const added = new RegExp(String.raw`\b${called.replaceAll('$', '\\$')}\s*\+\s*(['"\`])`, 'g')
    return told.replaceAll(`\${${called}}`, path).replace(added, (_, quote: string) => `${quote}${path}`)
  }, text)
}
