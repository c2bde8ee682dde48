import { closing, joined } from '../../onboarding/source-text.ts'

/** A function, by the name that its callers use. */
export interface GoFunction {
  readonly name: string
  readonly of: string
  readonly from: number
  readonly to: number
}

export interface GoFile {
  readonly text: string
  readonly functions: readonly GoFunction[]
  /** What the file itself puts in front of a route at an index. */
  readonly within: (index: number) => string
}

/** Functions and methods of a file, with the name of its package. */
export function functionsIn(text: string): readonly GoFunction[] {
  const of = /^package\s+(\w+)/m.exec(text)?.[1] ?? ''
  return [...text.matchAll(/^func\s*(?:\([^)]*\)\s*)?(\w+)[^\n]*\{[ \t]*(?:\n|$)/gm)].map(
    ({ 0: head, 1: name = '', index }) => {
      const open = index + head.trimEnd().length - 1
      return { name, of, from: index, to: closing(text, open) }
    },
  )
}

/** Groups of one file: chi's nested Route, and variables that are groups of others. */
export function prefixesIn(text: string): (index: number) => string {
  const nested = [...text.matchAll(/\.Route\(\s*"([^"]*)"\s*,\s*func\b/g)].map(
    ({ 1: prefix = '', index }) => ({
      prefix,
      from: index,
      to: closing(text, index),
    }),
  )
  const variables = groupVariables(text)
  return (index) => {
    const owner = /(\w+)$/.exec(text.slice(0, index))?.[1] ?? ''
    const around = nested.filter(({ from, to }) => from < index && index < to).map(({ prefix }) => prefix)
    return [...around, variables.get(owner) ?? ''].reduce(joined, '')
  }
}

/**
 * gin, echo, fiber: v1 := r.Group("/v1"). gorilla: s := r.PathPrefix("/api").Subrouter(). net/http:
 * http.StripPrefix("/api", api).
 */
function groupVariables(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, prefix = '', name = ''] of text.matchAll(/\bStripPrefix\(\s*"([^"]*)"\s*,\s*(\w+)\s*\)/g))
    found.set(name, prefix)
  const group = /(\w+)\s*:?=\s*(\w+)\.(?:Group|PathPrefix)\(\s*"([^"]*)"/g
  for (const [, name = '', parent = '', prefix = ''] of text.matchAll(group))
    found.set(name, joined(found.get(parent) ?? '', prefix))
  return found
}

interface Handed {
  readonly name: string
  readonly of: string
  readonly prefix: string
  readonly by: GoFunction | undefined
}

/** Deeper than any nest of functions that hand each other a group. */
const deepest = 6

/** What callers put in front of the routes of a function to which they hand a group, or which they mount. */
export function prefixesByCall(files: readonly GoFile[]): (called: GoFunction) => readonly string[] {
  const packages = new Set(files.flatMap(({ functions }) => functions.map(({ of }) => of)))
  const handed = files.flatMap(handedIn)
  const above = (called: GoFunction, below: readonly GoFunction[]): readonly string[] => {
    const own = handed.filter(
      ({ by, name, of }) => name === called.name && (!packages.has(of) || of === called.of) && by !== called,
    )
    if (own.length === 0 || below.length > deepest) return ['']
    const all = own.flatMap(({ by, prefix }) => {
      if (by === undefined) return [prefix]
      return below.includes(by) ? [] : above(by, [...below, called]).map((more) => joined(more, prefix))
    })
    return [...new Set(all)]
  }
  return (called) => above(called, [])
}

// r.Mount("/users", users.Router()), r.Route("/users", s.users), http.StripPrefix("/api", api.New())
const mounted = /\.(?:Mount|Route|StripPrefix)\(\s*"([^"]*)"\s*,\s*(?:(\w+)\.)?(\w+)\s*[(),]/g
// users.Register(r.Group("/users"), …)
const grouped = /(?:(\w+)\.)?(\w+)\(\s*(?:[^()"]*,\s*)?\w+\.Group\(\s*"([^"]*)"/g
// registerUsers(v1)
const given = /(?:\b(\w+)\.)?\b(\w+)\(([^()"]*)\)/g

function handedIn({ functions, text, within }: GoFile): readonly Handed[] {
  const variables = groupVariables(text)
  const all = [
    ...[...text.matchAll(mounted)].map(({ 1: prefix = '', 2: of = '', 3: name = '', index }) => ({
      ...{ name, of, prefix, index },
    })),
    ...[...text.matchAll(grouped)].map(({ 1: of = '', 2: name = '', 3: prefix = '', index }) => ({
      ...{ name, of, prefix, index },
    })),
    ...(variables.size === 0 ? [] : [...text.matchAll(given)]).flatMap(
      ({ 1: of = '', 2: name = '', 3: given = '', index }) => {
        const group = given.split(',').flatMap((word) => variables.get(word.trim()) ?? [])[0]
        return group === undefined ? [] : [{ name, of, prefix: group, index }]
      },
    ),
  ]
  return all.map(({ index, name, of, prefix }) => ({
    ...{ name, of, prefix: joined(within(index), prefix) },
    by: functions.find(({ from, to }) => from < index && index < to),
  }))
}
