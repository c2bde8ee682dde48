import type { Route } from '../../onboarding/onboarding.ts'
import { joined } from '../../onboarding/source-text.ts'

// FastAPI, Litestar's and aiohttp's tables, Flask 2: @app.get("/x"). Flask: @app.route("/x",
// methods=["POST"]).
const decorated =
  /@(?:(\w+)\.)?(get|post|put|patch|delete|route|api_route)\(\s*(?:path\s*=\s*)?["']([^"'\n]*)["']([^)]*)\)/g
// aiohttp: web.get("/x", f), router.add_get("/x", f). Starlette: Route("/x", f, methods=["GET"]).
const listed =
  /\b(?:web\.(get|post|put|patch|delete)|add_(get|post|put|patch|delete)|(Route))\(\s*["']([^"'\n]*)["']([^)\n]*)/g
// Django: path("x/<int:id>/", view).
const django = /\bpath\(\s*["']([^"'\n]*)["']\s*,\s*(?!include\b)/g
const router = /(\w+)\s*(?::[^=\n]+)?=\s*(?:APIRouter|Blueprint|Router)\(([^)]*)\)/g
const included = /\.(?:include_router|register_blueprint)\(\s*(?:\w+\.)?(\w+)([^)]*)\)/g

/** Routes of a Python program, of all its sources; only literals are seen. */
export function pythonRoutes(sources: readonly string[]): readonly Route[] {
  const prefixes = prefixesOf(sources)
  return sources.flatMap((source) => {
    const text = withoutComments(source)
    const found = [...text.matchAll(decorated)].flatMap(([, owner = '', verb = '', path = '', rest = '']) =>
      methodsOf(verb, rest).map((method) => ({
        method,
        path: joined(prefixes.get(owner) ?? '', path),
      })),
    )
    const tables = [...text.matchAll(listed)].flatMap(([, one, two, , path = '', rest = '']) =>
      methodsOf(one ?? two ?? 'route', rest).map((method) => ({ method, path: joined('', path) })),
    )
    const views = /\burlpatterns\b/.test(text)
      ? [...text.matchAll(django)].map(([, path = '']) => ({ method: 'GET', path: slashed(path) }))
      : []
    return [...found, ...tables, ...views]
  })
}

/** Django's paths end with a slash, or the request is sent on to them. */
const slashed = (path: string): string => `/${path}`.replace(/\/{2,}/g, '/')

function methodsOf(verb: string, rest: string): readonly string[] {
  if (verb !== 'route' && verb !== 'api_route') return [verb.toUpperCase()]
  const list = /methods\s*=\s*[[({]([^\])}]*)/.exec(rest)?.[1]
  return list === undefined
    ? ['GET']
    : [...list.matchAll(/["'](\w+)["']/g)].map(([, name = '']) => name.toUpperCase())
}

function prefixesOf(sources: readonly string[]): ReadonlyMap<string, string> {
  const own = new Map<string, string>()
  const prefixIn = (text: string) => /(?:url_)?prefix\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? ''
  for (const source of sources)
    for (const [, name = '', inside = ''] of source.matchAll(router)) own.set(name, prefixIn(inside))
  for (const source of sources)
    for (const [, name = '', inside = ''] of source.matchAll(included)) {
      const around = prefixIn(inside)
      if (around !== '') own.set(name, joined(around, own.get(name) ?? ''))
    }
  return own
}

const withoutComments = (text: string): string => text.replace(/^[ \t]*#.*$/gm, '')
