import type { Route } from '../../onboarding/onboarding.ts'
import { closing, withoutComments } from '../../onboarding/source-text.ts'

/** A route of one file, before anything is put in front of its path. */
export interface Call extends Route {
  /** Where it stands in the file. */
  readonly index: number
}

// chi and fiber: r.Get("/x", …). gin, echo and httprouter: r.GET("/x", …), in a group without the slash as
// well.
const byMethod =
  /\.(?:(Get|Post|Put|Patch|Delete|Any|All)\(\s*"(\/[^"\s]*|)"|(GET|POST|PUT|PATCH|DELETE)\(\s*"([^"\s]*)")\s*,/g
// fuego.Get(s, "/x", …), huma.Get(api, "/x", …).
const byFunction = /\b(?:fuego|huma)\.(Get|Post|Put|Patch|Delete)\(\s*\w+\s*,\s*"(\/[^"\s]*)"/g
// httprouter, chi, gin and echo: r.HandlerFunc(http.MethodGet, "/x", …), r.Method("GET", "/x", …)
const byArgument =
  /\.(?:HandlerFunc|Handler|Handle|Method|MethodFunc|Add)\(\s*(?:"|\w+\.Method)([A-Za-z]+)"?\s*,\s*"(\/[^"\s]*)"/g
// go-zero: {Method: http.MethodGet, Path: "/x", …}. A table of the program's own: {"GET", "/x", …}
const inObjects = /\bMethod:\s*(?:http\.Method|")(\w+)"?,\s*(?:Path|Pattern|URL):\s*"(\/[^"\s]*)"/g
const inTables = /\{\s*(?:"\w+"\s*,\s*)?(?:"(?=[A-Z]+")|http\.Method)(\w+)"?\s*,\s*"(\/[^"\s]*)"/g
// net/http and gorilla: mux.HandleFunc("GET /x", …), r.HandleFunc("/x", …).Methods("GET").
const handled = /\.(?:HandleFunc|Handle)\(\s*"(?:([A-Z]+) )?(\/[^"]*)"(?!\s*,\s*http\.StripPrefix)/g

/** Routes that a file names, as they stand in it. */
export function callsIn(text: string): readonly Call[] {
  const direct = [...text.matchAll(byMethod)].map((match) => ({
    method: methodOf(match[1] ?? match[3] ?? ''),
    path: match[2] ?? match[4] ?? '',
    index: match.index,
  }))
  const plain = [...text.matchAll(handled)].map(({ 1: method, 2: path = '', index }) => ({
    method: method ?? gorillaMethod(text, index),
    path: path.replace(/\{\$\}$/, ''),
    index,
  }))
  const named = [byFunction, byArgument, inObjects, inTables]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 1: method = '', 2: path = '', index }) => ({ method: methodOf(method), path, index }))
  return [...direct, ...plain, ...named].sort((a, b) => a.index - b.index)
}

const methodOf = (name: string): string => (/^(any|all)$/i.test(name) ? 'ANY' : name.toUpperCase())

function gorillaMethod(text: string, index: number): string {
  const end = closing(text, index)
  return /^\)\s*\.\s*Methods\(\s*(?:"|http\.Method)(\w+)/.exec(text.slice(end))?.[1]?.toUpperCase() ?? 'ANY'
}

const constant = /^[ \t]*(?:const[ \t]+)?(\w+)(?:[ \t]+string)?[ \t]*=[ \t]*"(\/[^"\s]*)"[ \t]*$/gm

/**
 * Sources without comments, their constants put into paths: `prefix + "/items"`, `itemsPath`; what is not
 * known in front of a path is taken for nothing, as the base of generated code is by default.
 */
export function spelledOut(sources: readonly string[]): readonly string[] {
  const texts = sources.map(withoutComments)
  const known = new Map(
    texts.flatMap((text) =>
      [...text.matchAll(constant)].map(([, name = '', path = '']) => [name, path] as const),
    ),
  )
  return texts.map((text) =>
    text
      .replace(
        /\(\s*(?:\w+\.)*(\w+)\s*\+\s*"(\/[^"]*)"/g,
        (_, name: string, path: string) => `("${known.get(name) ?? ''}${path}"`,
      )
      .replace(/\(\s*(?:\w+\.)?(\w+)(?=\s*,)/g, (whole, name: string) => {
        const path = known.get(name)
        return path === undefined ? whole : `("${path}"`
      }),
  )
}
