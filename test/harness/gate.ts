import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import addFormats from 'ajv-formats'
import { type Document, OpenAPIBackend, type Request } from 'openapi-backend'
import type { Answer, Failure, Fault, LoggedRequest } from './gate-types.ts'
import {
  bodyTooLong,
  limited,
  notJson,
  rewritten,
  schemaError,
  serverError,
  unknownOperation,
  viewer,
} from './github-answers.ts'

export type { Fault, LoggedRequest } from './gate-types.ts'

/**
 * GitHub as an action meets it: the emulator behind GitHub's own schema, its limits, its permission texts,
 * and faults on order.
 */
export interface Gate {
  readonly url: string
  /** Every request since the start or the last `reset`, in order. */
  readonly requests: readonly LoggedRequest[]
  /** Faults to come: each meets the first requests that it matches. */
  fault(...faults: readonly Fault[]): void
  reset(): void
  close(): Promise<void>
}

export async function startGate(upstream: string): Promise<Gate> {
  const api = await githubSchema()
  const requests: LoggedRequest[] = []
  const faults: Fault[] = []
  const server = createServer(async (message, response) => {
    const request = await readRequest(message)
    const logged: LoggedRequest = { method: request.method, path: message.url ?? '', status: 0 }
    requests.push(logged)
    const answer = await answerTo(request, { api, faults, upstream, host: message.headers.host ?? '' })
    if (answer === 'never') return
    logged.status = answer === 'reset' ? 'reset' : answer.status
    reply(response, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    fault: (...more) => void faults.push(...more),
    reset() {
      requests.length = 0
      faults.length = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Context {
  readonly api: OpenAPIBackend
  readonly faults: Fault[]
  readonly upstream: string
  readonly host: string
}

interface ApiRequest extends Request {
  readonly url: string
  readonly raw: string
}

async function answerTo(request: ApiRequest, context: Context): Promise<Failure> {
  const fault = take(context.faults, request)
  if (fault?.applied) await forward(request, context)
  if (fault?.until) await fault.until()
  else if (fault) return fault.answer ?? serverError
  if (request.path === '/graphql') return whoAmI(request, context)
  const refused = refusal(request, context.api)
  return refused ?? rewritten(await forward(request, context), context.upstream, `http://${context.host}`)
}

async function whoAmI(request: ApiRequest, context: Context): Promise<Answer> {
  const user = await forward({ ...request, method: 'GET', url: '/user', raw: '' }, context)
  // Tokens of apps, the workflow's own among them, begin so.
  return viewer(user, request.raw, / ghs_/.test(String(request.headers.authorization)))
}

/** What GitHub refuses and the emulator does not. */
function refusal(request: ApiRequest, api: OpenAPIBackend): Answer | null {
  if (request.raw !== '' && request.body === undefined) return notJson
  const operation = api.matchOperation(request)
  if (!operation) return unknownOperation(request.method, request.path)
  const { errors } = api.validateRequest(request, operation)
  if (errors?.length) return schemaError(errors.map((e) => `${e.instancePath} ${e.message}`))
  if (!request.headers['user-agent']) return limited('Please make sure your request has a User-Agent header')
  return bodyTooLong(request.body)
}

async function forward(request: ApiRequest, { upstream }: Context): Promise<Answer> {
  const authorization = request.headers.authorization
  const response = await fetch(upstream + request.url, {
    method: request.method,
    headers: {
      'content-type': 'application/json',
      ...(authorization ? { authorization: String(authorization) } : {}),
    },
    ...(request.raw ? { body: request.raw } : {}),
  })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  }
}

function take(faults: Fault[], request: ApiRequest): Fault | null {
  const matches = (f: Fault) =>
    (!f.method || f.method === request.method) && (!f.path || f.path.test(request.url))
  const index = faults.findIndex(matches)
  const fault = faults[index] ?? null
  const left = (fault?.times ?? 1) - 1
  if (fault !== null) faults.splice(index, 1, ...(left > 0 ? [{ ...fault, times: left }] : []))
  return fault
}

async function readRequest(message: IncomingMessage): Promise<ApiRequest> {
  const raw = await text(message)
  const url = new URL(message.url ?? '/', 'http://gate')
  const headers = Object.fromEntries(Object.entries(message.headers).flatMap(([k, v]) => (v ? [[k, v]] : [])))
  const known = { method: message.method ?? 'GET', path: url.pathname, url: message.url ?? '/', raw }
  return { ...known, query: Object.fromEntries(url.searchParams), headers, body: parsed(raw) }
}

function parsed(raw: string): unknown {
  try {
    return raw === '' ? undefined : JSON.parse(raw)
  } catch {
    return undefined
  }
}

function reply(response: ServerResponse, answer: Answer | 'reset'): void {
  if (answer === 'reset') return void response.socket?.destroy()
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers })
  response.end(answer.text)
}

async function githubSchema(): Promise<OpenAPIBackend> {
  const file = new URL('./fixtures/github.slim.json', import.meta.url)
  const definition = JSON.parse(readFileSync(file, 'utf8')) as Document
  const customizeAjv = (ajv: Parameters<typeof addFormats.default>[0]) => addFormats.default(ajv)
  const ajvOpts = { strict: false, unicodeRegExp: false, allErrors: true }
  const api = new OpenAPIBackend({ definition, quick: true, validate: true, customizeAjv, ajvOpts })
  return api.init()
}
