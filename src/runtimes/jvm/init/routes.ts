import type { Route } from '../../onboarding/onboarding.ts'
import { joined } from '../../onboarding/source-text.ts'
import type { SourceFile } from './source-file.ts'

// com.sun.net.httpserver: server.createContext("/x", …).
const contexts = /\.createContext\(\s*"([^"\n]+)"/g
// Javalin, Spark: app.get("/x", …). Vert.x: router.get("/x").
const calls = /(?:\.|\b)(get|post|put|patch|delete)\(\s*"(\/[^"\n]*)"/g
// Spring: @GetMapping("/x"). Micronaut: @Get("/x").
const annotated =
  /@(Get|Post|Put|Patch|Delete)(?:Mapping)?(?:\(\s*(?:(?:value|path|uri)\s*=\s*)?(?:"([^"\n]*)")?[^)]*\))?/g
// Spring: @RequestMapping(value = "/x"), of a class or a method.
const mapped = /@RequestMapping\(([^)]*)\)/g
// JAX-RS: @GET of a method, with @Path("/x") before or behind it, or with none; @Path("/x") of a class.
const annotations = /(?:@\w+(?:\([^)]*\))?\s+)+/g

/** Routes of all sources; only literals are seen. */
export function routesIn(sources: readonly SourceFile[]): readonly Route[] {
  return sources.flatMap(({ text }) => {
    const prefix = prefixOf(text)
    const under = (method: string, path: string): Route => ({
      method: method.toUpperCase(),
      path: joined(prefix, path),
    })
    return [
      ...Array.from(text.matchAll(contexts), ([, path = '']) => ({ method: 'GET', path: joined('', path) })),
      ...Array.from(text.matchAll(calls), ([, verb = '', path = '']) => ({
        method: verb.toUpperCase(),
        path: joined('', path),
      })),
      ...Array.from(text.matchAll(annotated), ([, verb = '', path = '']) => under(verb, path)),
      ...resources(text, under),
      ...mappings(text, under),
    ]
  })
}

/** What stands above the class. */
function prefixOf(text: string): string {
  const head = text.slice(0, Math.max(0, text.search(/\b(?:class|interface)\s+\w+/)))
  return /@(?:RequestMapping|Controller|Path)\(\s*(?:(?:value|path)\s*=\s*)?"([^"\n]*)"/.exec(head)?.[1] ?? ''
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
