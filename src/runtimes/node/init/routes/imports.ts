/** A name of JavaScript, as the source of a pattern. */
export const name = String.raw`[A-Za-z_$][\w$]*`

const named = String.raw`\{[^{}]*\}`
const required = new RegExp(
  String.raw`(?:(?:const|let|var)\s+(${name}|${named})|\bimport\s+(${name}))\s*=\s*require\(\s*['"]([^'"]+)['"]`,
  'g',
)
const imported = new RegExp(
  String.raw`\bimport\s+(?:(${name})\s*,?\s*)?(?:\*\s*as\s+(${name})|(${named}))?\s*from\s*['"]([^'"]+)['"]`,
  'g',
)

/** Which module each name of a source comes from, however it is taken out of it. */
export function modulesOf(text: string): ReadonlyMap<string, string> {
  const taken = [
    ...[...text.matchAll(required)].map(([, a, b, module = '']) => ({ names: [a, b], module })),
    ...[...text.matchAll(imported)].map(([, a, b, c, module = '']) => ({ names: [a, b, c], module })),
  ]
  return new Map(
    taken.flatMap(({ names, module }) =>
      names.flatMap((text) => (text === undefined ? [] : namesIn(text).map((one) => [one, module] as const))),
    ),
  )
}

/** `users`, `{ users, list as lists }`, `{ users: router }`: the names that are new. */
const namesIn = (text: string): readonly string[] =>
  text.startsWith('{')
    ? text
        .slice(1, -1)
        .split(',')
        .flatMap((part) => part.match(/[\w$]+\s*$/)?.[0].trim() ?? [])
    : [text]
