import { closing, joined } from '../../../onboarding/source-text.ts'
import type { Call } from './calls.ts'
import { modulesOf, name } from './imports.ts'

/** Prefixes that a source gives to the routes that stand in it. */
export function prefixesIn(text: string): (call: Call) => string {
  const own = ownPrefix(text)
  const regions = regionsIn(text)
  const mounted = mountedVariables(text)
  return ({ index }) => {
    const around = regions.filter(({ from, to }) => from < index && index < to).map(({ prefix }) => prefix)
    const variable = mounted.size === 0 ? '' : (mounted.get(receiverAt(text, index)) ?? '')
    return [variable, own, ...around].reduce(joined, '')
  }
}

/** koa-router: new Router({ prefix: '/users' }). Hono: new Hono().basePath('/api'). */
const ownPrefix = (text: string): string =>
  /\bnew\s+Router\(\s*\{[^}]*\bprefix:\s*['"`](\/[^'"`]*)|\.basePath\(\s*['"`](\/[^'"`]*)/
    .exec(text)
    ?.slice(1)
    .find((prefix) => prefix !== undefined) ?? ''

interface Region {
  readonly from: number
  readonly to: number
  readonly prefix: string
}

/**
 * Fastify: app.register(async (api) => { … }, { prefix: '/api' }). Elysia: app.group('/v1', (app) => …).
 */
function regionsIn(text: string): readonly Region[] {
  return [
    ...[...text.matchAll(/\.\s*register\(\s*(?=(?:async\b|function\b|\())/g)].flatMap(
      ({ 0: call, index }) => {
        const from = index + call.trimEnd().length - 1
        const to = closing(text, from)
        const prefix = /\bprefix:\s*['"`](\/[^'"`]*)['"`][^{}]*\}[\s,]*$/.exec(text.slice(from, to))?.[1]
        return prefix === undefined ? [] : [{ from, to, prefix }]
      },
    ),
    ...[...text.matchAll(/\.\s*group\(\s*['"`](\/[^'"`]*)['"`]\s*,/g)].map(({ 1: prefix = '', index }) => {
      const from = text.indexOf('(', index)
      return { from, to: closing(text, from), prefix }
    }),
  ]
}

const use = new RegExp(
  String.raw`\.\s*(?:use|route)\(\s*['"\`](\/[^'"\`]*)['"\`]\s*,\s*(?:${name}(?:\([^()]*\))?\s*,\s*)*(${name})\s*(?:\.routes\(\))?\s*[,)]`,
  'g',
)

/** Routers that are made and mounted in one file: app.use('/api', router), app.route('/api', api). */
function mountedVariables(text: string): ReadonlyMap<string, string> {
  const modules = modulesOf(text)
  const found = [...text.matchAll(use)].flatMap(([, prefix = '', variable = '']) =>
    modules.has(variable) ? [] : [[variable, prefix] as const],
  )
  return new Map(found)
}

const statement = new RegExp(
  String.raw`(?:^|[\n;{])[ \t]*(?:export\s+)?(?:(?:const|let|var)\s+(${name})[^=\n;]*=|(${name})\s*(?=\.))`,
  'g',
)

/** The variable on which the statement at `index` calls, or to which it gives what it makes. */
function receiverAt(text: string, index: number): string {
  const [, made, called] = [...text.matchAll(statement)].findLast((begun) => begun.index <= index) ?? []
  return made ?? called ?? ''
}
