import type { Route } from '../../../onboarding/onboarding.ts'

const compared =
  /\b(?:\w+\.url|url|path|pathname|\w+\.pathname|\w+\.path|\w+\[['"]:path['"]\])\s*(?:===?\s*|\.startsWith\(\s*)['"`](\/[^'"`\s]*)['"`]/g
const cases = /\bcase\s+['"`](\/[^'"`\s]*)['"`]\s*:/g

/** Paths with which a handler of `http` compares: `request.url === '/items'`, `case '/items':`. */
export function comparedRoutes(text: string): readonly Route[] {
  if (!/\bcreate(?:Secure)?Server\(|\bBun\.serve|\bfetch\s*\(\s*req/.test(text)) return []
  const found = [...text.matchAll(compared), ...text.matchAll(cases)]
  return found
    .sort((a, b) => a.index - b.index)
    .map(({ 1: path = '', index }) => ({ method: methodAround(text, index), path }))
}

/** A method other than GET that the same condition names. */
function methodAround(text: string, index: number): string {
  const line = text.slice(text.lastIndexOf('\n', index) + 1, text.indexOf('\n', index) + 1 || text.length)
  return /['"](POST|PUT|PATCH|DELETE)['"]/.exec(line)?.[1] ?? 'GET'
}
