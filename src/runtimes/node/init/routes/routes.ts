import type { Route, Tree } from '../../../onboarding/onboarding.ts'
import { joined } from '../../../onboarding/source-text.ts'
import { callsIn } from './calls.ts'
import { decoratedRoutes, globalPrefix } from './decorators.ts'
import { prefixesByMount } from './mounts.ts'
import { comparedRoutes } from './plain.ts'
import { prefixesIn } from './prefixes.ts'
import { spelledOut } from './spelled-out.ts'

/**
 * Routes of a Node program: Express, Fastify, Koa's router, Hono, Nest, plain `http`, one call chained to
 * another or not; routers that one file mounts for another included.
 */
export function nodeRoutes(tree: Tree, files: readonly string[]): readonly Route[] {
  const texts = spelledOut(files.map((file) => tree.read(file) ?? ''))
  const sources = files.map((file, index) => ({ file, text: texts[index] ?? '' }))
  const mounted = prefixesByMount(sources)
  const prefixed = globalPrefix(sources.map(({ text }) => text))
  const others = sources.flatMap(({ text }) => [
    ...decoratedRoutes(text).map(({ method, path }) => ({ method, path: joined(prefixed, path) })),
    ...comparedRoutes(text),
  ])
  const usesAutoload = sources.some(({ text }) => text.includes('@fastify/autoload'))
  const called = sources.flatMap(({ file, text }) => {
    const around = mounted(file)
    const autoloaded = usesAutoload ? (/(?:^|\/)routes\/(.+)\/[^/]+$/.exec(file)?.[1] ?? '') : ''
    const within = prefixesIn(text)
    const calls = callsIn(text).map((call) => ({ ...call, path: joined(within(call), call.path) }))
    return (around.length > 0 ? around : [autoloaded]).flatMap((prefix) =>
      calls.map(({ method, path }) => ({ method, path: joined(prefix, path) })),
    )
  })
  return [...called, ...others]
}
