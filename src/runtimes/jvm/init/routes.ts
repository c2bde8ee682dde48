import type { Route, Tree } from '../../onboarding/onboarding.ts'
import { closing, joined } from '../../onboarding/source-text.ts'
import type { SourceFile } from './source-file.ts'

// com.sun.net.httpserver: server.createContext("/x", …).
const contexts = /\.createContext\(\s*"([^"\n]+)"/g
// Javalin, Spark, Ktor: get("/x", …). Vert.x: router.get("/x"). Spring's functions: route().GET("/x", …).
const calls = /(?:\.|\b)(get|post|put|patch|delete|GET|POST|PUT|PATCH|DELETE)\(\s*"(\/[^"\n]*)"/g
// Spring: @GetMapping("/x"), @GetMapping({"/x", "/y"}), of Kotlin @GetMapping(path = ["/x"]). Micronaut:
// @Get("/x").
const annotated =
  /@(Get|Post|Put|Patch|Delete)(?:Mapping)?(?:\(\s*(?:(?:value|path|uri)\s*=\s*)?[{[]?\s*(?:"([^"\n]*)")?[^)]*\))?/g
// Spring: @RequestMapping(value = "/x"), of a class or a method.
const mapped = /@RequestMapping\(([^)]*)\)/g
// JAX-RS: @GET of a method, with @Path("/x") before or behind it, or with none; @Path("/x") of a class.
const annotations = /(?:@\w+(?:\([^)]*\))?\s+)+/g

/** Routes of all sources; only literals are seen. */
export function routesIn(tree: Tree, sources: readonly SourceFile[]): readonly Route[] {
  const context = contextPath(tree)
  const applied = applicationPath(sources)
  return sources
    .flatMap(({ text }) => {
      const prefix = prefixOf(text)
      const within = blocksIn(text)
      const under = (method: string, path: string): Route => ({
        method: method.toUpperCase(),
        path: joined(prefix, path),
      })
      return [
        ...Array.from(text.matchAll(contexts), ([, path = '']) => ({
          method: 'GET',
          path: joined('', path),
        })),
        ...Array.from(text.matchAll(calls), ({ index, 1: verb = '', 2: path = '' }) => ({
          method: verb.toUpperCase(),
          path: joined(within(index), path),
        })),
        ...Array.from(text.matchAll(annotated), ([, verb = '', path = '']) => under(verb, path)),
        ...resources(text, (method, path) => ({
          ...under(method, path),
          path: joined(applied, under(method, path).path),
        })),
        ...mappings(text, under),
      ]
    })
    .map(({ method, path }) => ({ method, path: joined(context, path) }))
}

/** What stands above the class. */
function prefixOf(text: string): string {
  const head = text.slice(0, Math.max(0, text.search(/\b(?:class|interface)\s+\w+/)))
  return (
    /@(?:RequestMapping|Controller|Path)\(\s*(?:(?:value|path)\s*=\s*)?[{[]?\s*"([^"\n]*)"/.exec(head)?.[1] ??
    ''
  )
}

/** Ktor: route("/x") { … }. Javalin: path("x", () -> { … }). Spring's functions: .path("/x", b -> b …). */
function blocksIn(text: string): (index: number) => string {
  const blocks = Array.from(
    text.matchAll(/(?:\.|\b)(?:route|path)\(\s*"([^"\n]*)"\s*(?:(\)\s*\{)|,)/g),
    ({ 0: whole, 1: prefix = '', 2: isBlock, index }) => {
      const from = isBlock === undefined ? text.indexOf('(', index) : index + whole.length - 1
      return { from, to: closing(text, from), prefix }
    },
  )
  return (at) =>
    blocks
      .filter(({ from, to }) => from < at && at < to)
      .map(({ prefix }) => prefix)
      .reduce(joined, '')
}

/** JAX-RS: the path of all resources. */
const applicationPath = (sources: readonly SourceFile[]): string =>
  sources.flatMap(({ text }) => /@ApplicationPath\(\s*"([^"\n]*)"/.exec(text)?.[1] ?? [])[0] ?? ''

/** What a server's settings put in front of everything; Spring's, Quarkus's and Micronaut's names of it. */
function contextPath(tree: Tree): string {
  const read = (pattern: RegExp) =>
    tree.files.filter((file) => pattern.test(file)).map((file) => tree.read(file) ?? '')
  const lines = read(/src\/main\/resources\/application\.properties$/).map(
    (text) =>
      /^(?:server\.servlet\.context-path|spring\.webflux\.base-path|quarkus\.http\.root-path|micronaut\.server\.context-path)\s*[=:]\s*(\S+)/m.exec(
        text,
      )?.[1],
  )
  const blocks = read(/src\/main\/resources\/application\.ya?ml$/).map(
    (text) => /^\s+(?:context-path|root-path):\s*["']?(\/[\w\-./]*)/m.exec(text)?.[1],
  )
  return [...lines, ...blocks].find((path) => path?.startsWith('/') === true && !path.includes('${')) ?? ''
}

function resources(text: string, under: (method: string, path: string) => Route): readonly Route[] {
  return Array.from(text.matchAll(annotations), ([block]) => block).flatMap((block) => {
    const verb = /@(GET|POST|PUT|PATCH|DELETE)\b/.exec(block)?.[1]
    return verb === undefined ? [] : [under(verb, /@Path\(\s*"([^"\n]*)"/.exec(block)?.[1] ?? '')]
  })
}

function mappings(text: string, under: (method: string, path: string) => Route): readonly Route[] {
  const body = text.slice(Math.max(0, text.search(/\b(?:class|interface)\s+\w+/)))
  return Array.from(body.matchAll(mapped), ([, inside = '']) =>
    under(/RequestMethod\.(\w+)/.exec(inside)?.[1] ?? 'GET', /"([^"\n]*)"/.exec(inside)?.[1] ?? ''),
  )
}
