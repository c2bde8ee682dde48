import { posix } from 'node:path'
import type { Route, Tree } from '../../../onboarding/onboarding.ts'
import { closing, joined, withoutComments } from '../../../onboarding/source-text.ts'
import { decoratedRoutes, globalPrefix } from './decorators.ts'
import { modulesOf, name } from './imports.ts'
import { comparedRoutes } from './plain.ts'

const byMethod =
  /(?:\b(?!axios|request|supertest|http|https|fetch|api|client|agent|page|cache|map|headers|params|config)\w+|\))\s*\.\s*(get|post|put|patch|delete|all)\(\s*(['"`])(\/[^'"`\s]*)\2\s*,/g

/**
 * Routes of a Node program: Express, Fastify, Koa's router, Hono, Nest, plain `http`, one call chained to
 * another or not; routers that one file mounts for another included.
 */
export function nodeRoutes(tree: Tree, files: readonly string[]): readonly Route[] {
  const sources = files.map((file) => ({ file, text: withoutComments(tree.read(file) ?? '') }))
  const mounts = sources.flatMap(({ file, text }) => mountsOf(file, text, files))
  const prefixed = globalPrefix(sources.map(({ text }) => text))
  const others = sources.flatMap(({ text }) => [
    ...decoratedRoutes(text).map(({ method, path }) => ({ method, path: joined(prefixed, path) })),
    ...comparedRoutes(text),
  ])
  const called = sources.flatMap(({ file, text }) => {
    const prefixes = mounts.filter(({ target }) => target === file).map(({ prefix }) => prefix)
    const autoloaded = /(?:^|\/)routes\/(.+)\/[^/]+$/.exec(file)?.[1]
    const usesAutoload = sources.some((source) => source.text.includes('@fastify/autoload'))
    const around = prefixes.length > 0 ? prefixes : [usesAutoload ? (autoloaded ?? '') : '']
    return around.flatMap((prefix) =>
      routesOf(text).map(({ method, path }) => ({
        method,
        path: joined(joined(prefix, ownPrefix(text)), path),
      })),
    )
  })
  return [...called, ...others]
}

/** koa-router: new Router({ prefix: '/users' }). Hono: new Hono().basePath('/api'). */
const ownPrefix = (text: string): string =>
  /\bnew\s+Router\(\s*\{[^}]*\bprefix:\s*['"`](\/[^'"`]*)|\.basePath\(\s*['"`](\/[^'"`]*)/
    .exec(text)
    ?.slice(1)
    .find((prefix) => prefix !== undefined) ?? ''

function routesOf(text: string): readonly Route[] {
  const direct = [...text.matchAll(byMethod)].map(({ 1: method = '', 3: path = '', index }) => ({
    method: method === 'all' ? 'ANY' : method.toUpperCase(),
    path,
    index,
  }))
  // fastify.route({ method: 'GET', url: '/x', … })
  const objects = [...text.matchAll(/\.route\(\s*\[?\s*\{/g)].flatMap(({ index }) => {
    const body = text.slice(index, closing(text, index))
    const method = /\bmethod:\s*['"`](\w+)['"`]/.exec(body)?.[1]
    const path = /\b(?:url|path):\s*['"`](\/[^'"`]*)['"`]/.exec(body)?.[1]
    return method === undefined || path === undefined ? [] : [{ method: method.toUpperCase(), path, index }]
  })
  return [...direct, ...objects].sort((a, b) => a.index - b.index)
}

interface Mount {
  readonly target: string
  readonly prefix: string
}

const inline = String.raw`require\(\s*['"]([^'"]+)['"]\s*\)`

/**
 * Express: app.use('/users', users). Hono: app.route('/users', users). Fastify: app.register(users, { prefix:
 * '/users' }).
 */
function mountsOf(file: string, text: string, files: readonly string[]): readonly Mount[] {
  const modules = modulesOf(text)
  // Before the router may stand what every request of it goes through: app.use('/users', signedIn, users).
  const used = new RegExp(
    String.raw`\.(?:use|route)\(\s*['"\`](\/[^'"\`]*)['"\`]\s*,\s*(?:${name}(?:\([^()]*\))?\s*,\s*)*(?:${inline}|(${name}))`,
    'g',
  )
  const registered = new RegExp(
    String.raw`\.register\(\s*(?:${inline}|(${name}))\s*,\s*\{[^}]*\bprefix:\s*['"\`]([^'"\`]*)['"\`]`,
    'g',
  )
  const mount = (module: string | undefined, prefix: string): Mount[] => {
    const target = module?.startsWith('.') ? resolved(file, module, files) : undefined
    return target === undefined ? [] : [{ target, prefix }]
  }
  return [
    ...[...text.matchAll(used)].flatMap(([, prefix = '', path, variable = '']) =>
      mount(path ?? modules.get(variable), prefix),
    ),
    ...[...text.matchAll(registered)].flatMap(([, path, variable = '', prefix = '']) =>
      mount(path ?? modules.get(variable), prefix),
    ),
  ]
}

function resolved(from: string, module: string, files: readonly string[]): string | undefined {
  const path = posix.join(posix.dirname(from), module)
  const stem = path.replace(/\.[cm]?js$/, '')
  const endings = ['', '.js', '.mjs', '.cjs', '.ts', '/index.js', '/index.mjs', '/index.ts']
  return [path, ...endings.map((ending) => `${stem}${ending}`)].find((file) => files.includes(file))
}
