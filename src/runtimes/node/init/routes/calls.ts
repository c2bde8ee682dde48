import type { Route } from '../../../onboarding/onboarding.ts'
import { closing } from '../../../onboarding/source-text.ts'

/** A route of one source, before anything is put in front of its path. */
export interface Call extends Route {
  /** Where it stands in the source. */
  readonly index: number
}

/** What programs ask others by, in the same words; unless it is made, or given, as a router. */
const clients =
  /^(?:axios|request|supertest|https?|fetch|api|client|agent|page|cache|map|headers|params|config)(?!\w*(?:Rout|App\b|Server))|(?:Client|Service|Axios|Http|Cache|Config|Request|Agent)$/
const isRouter = (text: string, called: string): boolean =>
  new RegExp(
    String.raw`\b(?:const|let|var)\s+${called}\b[^=\n]*=\s*(?:await\s+)?(?:new\s+\w*(?:Hono|Router|Koa|Elysia)|express|[fF]astify|Router|polka|restify)\b` +
      String.raw`|\.\s*(?:register|group)\([^;]{0,200}?\(\s*${called}\b`,
  ).test(text)

/** Koa's router takes a name before the path; Express several paths. */
const byMethod = new RegExp(
  String.raw`(?:\b(\w+)|\))\s*\.\s*(get|post|put|patch|delete|all)\(\s*` +
    String.raw`(?:(?:['"\`][\w.-]+['"\`]\s*,\s*)?(['"\`])(\/[^'"\`\s]*)\3|\[((?:\s*['"\`]\/[^'"\`\s]*['"\`]\s*,?)+)\s*\])\s*,`,
  'g',
)

/** What a source calls, and the objects that it makes, to say which routes there are; as they stand in it. */
export const callsIn = (text: string): readonly Call[] =>
  [...direct(text), ...chained(text), ...objects(text)].sort((a, b) => a.index - b.index)

const direct = (text: string): readonly Call[] =>
  [...text.matchAll(byMethod)].flatMap(({ 1: on, 2: word = '', 4: path, 5: several = '', index }) => {
    if (on !== undefined && clients.test(on) && !isRouter(text, on)) return []
    const method = methodOf(word)
    return (path === undefined ? quoted(several) : [path]).map((one) => ({ method, path: one, index }))
  })

const quoted = (list: string): readonly string[] =>
  [...list.matchAll(/['"`](\/[^'"`\s]*)['"`]/g)].map(([, path = '']) => path)

const methodOf = (word: string): string => (word === 'all' ? 'ANY' : word.toUpperCase())

/** Express: router.route('/users').get(list).post(add) */
function chained(text: string): readonly Call[] {
  return [...text.matchAll(/\.\s*route\(\s*(['"`])(\/[^'"`\s]*)\1\s*\)/g)].flatMap(
    ({ 0: whole, 2: path = '', index }) => {
      const calls: Call[] = []
      for (let at = index + whole.length; ; ) {
        const method = /^\s*\.\s*(get|post|put|patch|delete|all)\(/.exec(text.slice(at, at + 200))
        if (method === null) return calls
        calls.push({ method: methodOf(method[1] ?? ''), path, index })
        at = closing(text, at + method[0].length - 1) + 1
      }
    },
  )
}

/** An object that says both, given to `route`, `createRoute`, or with a handler in it. */
function objects(text: string): readonly Call[] {
  return [...text.matchAll(/(\b(?:route|createRoute)\(\s*\[?\s*)?\{(?=[^{}]*\bmethod:)/g)].flatMap(
    ({ 0: before, 1: called, index }) => {
      const from = index + before.length - 1
      const body = text.slice(from, closing(text, from) + 1)
      const method = /\bmethod:\s*\[?\s*['"`](\w+)['"`]/.exec(body)?.[1]
      const path = /\b(?:url|path):\s*['"`](\/[^'"`]*)['"`]/.exec(body)?.[1]
      if (method === undefined || path === undefined) return []
      if (called === undefined && !/\bhandler\b/.test(body)) return []
      return [{ method: method.toUpperCase(), path, index }]
    },
  )
}
