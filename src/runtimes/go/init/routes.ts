import type { Route } from '../../onboarding/onboarding.ts'
import { joined } from '../../onboarding/source-text.ts'
import { callsIn, spelledOut } from './route-calls.ts'
import { functionsIn, prefixesByCall, prefixesIn } from './route-prefixes.ts'

/**
 * Routes of the files of a program: net/http, chi, gin, echo, fiber, gorilla, fuego, huma, go-zero. Literals
 * and constants are seen, and groups, also where they are handed to a function that fills them.
 */
export function goRoutes(sources: readonly string[]): readonly Route[] {
  const files = spelledOut(sources).map((text) => ({
    text,
    functions: functionsIn(text),
    within: prefixesIn(text),
  }))
  const above = prefixesByCall(files)
  return files.flatMap(({ functions, text, within }) =>
    callsIn(text).flatMap(({ index, method, path }) => {
      const inside = functions.find(({ from, to }) => from < index && index < to)
      const before = inside === undefined ? [''] : above(inside)
      return before.map((prefix) => ({ method, path: joined(joined(prefix, within(index)), path) }))
    }),
  )
}
