import type { Route } from '../../../onboarding/onboarding.ts'
import { joined } from '../../../onboarding/source-text.ts'
import type { Source } from '../sources.ts'
import { constantsOf, prefixIn } from './constants.ts'
import { djangoRoutes } from './django.ts'
import { createImports } from './imports.ts'
import { createRouters } from './routers.ts'

// FastAPI, Litestar's and aiohttp's tables, Flask 2, Sanic, Bottle: @app.get("/x"). Flask: @app.route("/x",
// methods=["POST"]).
const decorated =
  /@(?:(\w+)\.)?(get|post|put|patch|delete|route|api_route)\(\s*(?:path\s*=\s*)?(?:f?["']([^"'\n]*)["']|((?:\w+\.)*[A-Z]\w*)|(?=\)))([^)]*)\)/g
// aiohttp: web.get("/x", f), router.add_get("/x", f). Starlette: Route("/x", f, methods=["GET"]). Falcon:
// add_route("/x", f). Flask: add_url_rule("/x").
const listed =
  /\b(?:web\.(get|post|put|patch|delete)|add_(get|post|put|patch|delete)|(?:Route|add_route|add_api_route|add_url_rule|add_view))\(\s*(?:["'][\w.-]+["']\s*,\s*)?r?["'](\/[^"'\n]*)["']([^)\n]*)/g
// Tornado: (r"/x", Handler).
const handled = /\(\s*r?["'](\/[\w\-./]*)["']\s*,\s*(?:\w+\.)*\w*(?:Handler|Resource)\b/g
// Litestar, BlackSheep: class Users(Controller): path = "/users".
const controller = /^class \w+\((?:\w+\.)*\w*Controller\)[^\n]*\n((?:[ \t][^\n]*\n?|\n)*)/gm

/** Routes of a Python program, of all its sources; only literals, and constants of one meaning, are seen. */
export function pythonRoutes(files: readonly Source[]): readonly Route[] {
  const sources = files.map(({ file, text }) => ({ file, text: withoutComments(text) }))
  const constants = constantsOf(sources)
  const imports = createImports(sources)
  const prefixesOf = createRouters(sources, imports, constants)
  const routes = sources.flatMap(({ file, text }) => {
    const within = controllersIn(text, constants)
    const found = [...text.matchAll(decorated)].flatMap(
      ({ index, 1: owner = '', 2: verb = '', 3: literal, 4: reference, 5: rest = '' }) => {
        const path = literal ?? constants.get(reference?.split('.').at(-1) ?? '')
        if (path === undefined && reference !== undefined) return []
        const around = owner === '' ? [within(index)] : prefixesOf(file, owner)
        return around.flatMap((prefix) =>
          methodsOf(verb, rest).map((method) => ({ method, path: reached(prefix, path ?? '') })),
        )
      },
    )
    const tables = [...text.matchAll(listed)].flatMap(([, one, two, path = '', rest = '']) =>
      methodsOf(one ?? two ?? 'route', rest).map((method) => ({ method, path: joined('', path) })),
    )
    const handlers = [...text.matchAll(handled)].map(([, path = '']) => ({ method: 'GET', path }))
    return [...found, ...tables, ...handlers]
  })
  return [...routes, ...djangoRoutes(sources, imports)]
}

function controllersIn(text: string, constants: ReadonlyMap<string, string>): (index: number) => string {
  const regions = [...text.matchAll(controller)].map(({ 0: whole, 1: body = '', index }) => ({
    from: index,
    to: index + whole.length,
    prefix: prefixIn(/^\s+path\s*=[^\n]*/m.exec(body)?.[0] ?? '', constants),
  }))
  return (index) => regions.find(({ from, to }) => from < index && index < to)?.prefix ?? ''
}

/** A slash at the end is a part of the path: without it the request is sent on. */
function reached(prefix: string, path: string): string {
  const whole = joined(prefix, path)
  return path.endsWith('/') && whole !== '/' ? `${whole}/` : whole
}

function methodsOf(verb: string, rest: string): readonly string[] {
  if (verb !== 'route' && verb !== 'api_route') return [verb.toUpperCase()]
  const list = /methods?\s*=\s*(?:[[({]([^\])}]*)|(["']\w+["']))/.exec(rest)
  return list === null
    ? ['GET']
    : [...(list[1] ?? list[2] ?? '').matchAll(/["'](\w+)["']/g)].map(([, name = '']) => name.toUpperCase())
}

const withoutComments = (text: string): string => text.replace(/^[ \t]*#.*$/gm, '')
