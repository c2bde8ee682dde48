import type { Route } from '../../runtimes/onboarding/onboarding.ts'

/** The routes of a server, as a round asks for them. */
export interface Plan {
  /** Paths of GET requests, parameters filled in. */
  readonly asked: readonly string[]
  /** Other routes, each with why no round asks for it. */
  readonly left: readonly string[]
}

/** More than these make a round long, and tell little more. */
const most = 20

/** Which routes a round can ask for without knowing the program: GET, with any value for a parameter. */
export function plan(routes: readonly Route[]): Plan {
  const asked = new Set<string>()
  const left = new Set<string>()
  for (const { method, path } of routes) {
    const why = obstacle(method, path)
    if (why !== null) left.add(`${method} ${path}: ${why}`)
    else if (asked.size < most) asked.add(filled(path))
    else left.add(`${method} ${path}: ${most} others are asked already`)
  }
  return { asked: [...asked], left: [...left] }
}

const endless = /(^|\/)(ws|websocket|socket|sse|events?|streams?|watch)(\/|$)/i
const ending = /(^|\/)(shutdown|quit|exit|stop|restart|logout|signout)(\/|$)/i

function obstacle(method: string, path: string): string | null {
  if (!['GET', 'ANY'].includes(method)) return 'may need a body, and changes data'
  if (/^\/debug(\/|$)/.test(path)) return 'for debugging'
  if (endless.test(path)) return 'may not end by itself'
  if (ending.test(path)) return 'may end more than the request'
  if (/[^\w\-./~:{}*<>@]/.test(path) || /\*|\(/.test(path)) return 'is a pattern'
  return null
}

/** `/users/:id`, `/users/{id}`, `/users/{id:[0-9]+}`: 1 is a value that most programs take. */
const filled = (path: string): string => path.replace(/[:][A-Za-z_]\w*\??|\{[^}]*\}|<[^>]*>/g, '1')
