import type { Route } from '../../onboarding/onboarding.ts'
import { closing, joined, withoutComments } from '../../onboarding/source-text.ts'

interface Group {
  readonly prefix: string
  readonly from: number
  readonly to: number
}

// chi and fiber: r.Get("/x", …). gin, echo and httprouter: r.GET("/x", …), in a group without the slash as
// well.
const byMethod =
  /\.(?:(Get|Post|Put|Patch|Delete|Any|All)\(\s*"(\/[^"\s]*|)"|(GET|POST|PUT|PATCH|DELETE)\(\s*"([^"\s]*)")\s*,/g
// net/http and gorilla: mux.HandleFunc("GET /x", …), r.HandleFunc("/x", …).Methods("GET").
// fuego.Get(s, "/x", …), huma.Get(api, "/x", …).
const byFunction = /\b(?:fuego|huma)\.(Get|Post|Put|Patch|Delete)\(\s*\w+\s*,\s*"(\/[^"\s]*)"/g
// go-zero: {Method: http.MethodGet, Path: "/x", …}
const inObjects = /\bMethod:\s*(?:http\.Method|")(\w+)"?,\s*Path:\s*"(\/[^"\s]*)"/g
const handled = /\.(?:HandleFunc|Handle)\(\s*"(?:([A-Z]+) )?(\/[^"]*)"/g

/**
 * Routes of a Go file: net/http, chi, gin, echo, fiber, gorilla, fuego, huma, go-zero.
 * Only literals are seen; groups as far as they stand in the same file.
 */
export function goRoutes(source: string): readonly Route[] {
  const text = withoutComments(source)
  const groups = nested(text)
  const variables = groupVariables(text)
  const at = (index: number, path: string) => {
    const owner = /(\w+)$/.exec(text.slice(0, index))?.[1] ?? ''
    const around = groups.filter(({ from, to }) => from < index && index < to).map(({ prefix }) => prefix)
    return joined([...around, variables.get(owner) ?? ''].join('/'), path)
  }
  const direct = [...text.matchAll(byMethod)].map((match) => ({
    method: methodOf(match[1] ?? match[3] ?? ''),
    path: at(match.index, match[2] ?? match[4] ?? ''),
    index: match.index,
  }))
  const plain = [...text.matchAll(handled)].map(({ 1: method, 2: path = '', index }) => ({
    method: method ?? gorillaMethod(text, index),
    path: at(index, path.replace(/\{\$\}$/, '')),
    index,
  }))
  const named = [...text.matchAll(byFunction), ...text.matchAll(inObjects)].map(
    ({ 1: method = '', 2: path = '', index }) => ({ method: methodOf(method), path, index }),
  )
  return [...direct, ...plain, ...named]
    .sort((a, b) => a.index - b.index)
    .map(({ method, path }) => ({ method, path }))
}

const methodOf = (name: string): string => (/^(any|all)$/i.test(name) ? 'ANY' : name.toUpperCase())

function gorillaMethod(text: string, index: number): string {
  const end = closing(text, index)
  return /^\)\s*\.\s*Methods\(\s*(?:"|http\.Method)(\w+)/.exec(text.slice(end))?.[1]?.toUpperCase() ?? 'ANY'
}

/** chi: r.Route("/articles", func(r chi.Router) { … }). */
function nested(text: string): readonly Group[] {
  return [...text.matchAll(/\.Route\(\s*"([^"]*)"/g)].map(({ 1: prefix = '', index }) => ({
    prefix,
    from: index,
    to: closing(text, index),
  }))
}

/** gin, echo, fiber: v1 := r.Group("/v1"). gorilla: s := r.PathPrefix("/api").Subrouter(). */
function groupVariables(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const group = /(\w+)\s*:?=\s*(\w+)\.(?:Group|PathPrefix)\(\s*"([^"]*)"/g
  for (const [, name = '', parent = '', prefix = ''] of text.matchAll(group)) {
    found.set(name, joined(found.get(parent) ?? '', prefix))
  }
  return found
}
