import type { Driver, DriverRequest, Exchange, Place } from '../onboarding.ts'
import { callText, getText, http2GetText, websocketText } from './requests.ts'

/** A script of Node's own modules: what leakdiff runs on has nothing to install for it. */
export const scriptDriver: Driver = {
  ending: 'mjs',
  command: 'node',
  takes: () => true,
  addition:
    "() => fetch(`http://${host}:${port}/path`, { method: 'POST', body: '{}' }).then((answer) => answer.status),",
  text,
}

function text(request: DriverRequest): string {
  const { after, before, functions } = partsOf(request)
  return `${request.heading.map((line) => `// ${line}`).join('\n')}
${before}const statuses = []
for (const ask of asked) for (let i = 0; i < ${request.requests}; i += 1) statuses.push(await ask())
${after}
// Not done: an error of the server, or nothing that it knows at all.
const failed = statuses.filter((status) => status >= 500)
if (failed.length > 0) throw new Error(\`\${failed.length} of \${statuses.length} requests failed with status \${failed[0]}\`)
if (!statuses.some((status) => status < 400)) throw new Error('no request succeeded: correct what is asked for')
${functions}`
}

/**
 * A script that asks for each exchange some times, and writes a line for each into the file it is given: its
 * status, 0 when it does not end within `limit` milliseconds, -1 when nothing answers, and the milliseconds
 * that one took.
 */
export function askingText(
  request: Pick<DriverRequest, 'exchanges' | 'place' | 'requests'>,
  limit: number,
): string {
  const { before, functions } = partsOf(request, 64)
  const silent = request.place.protocol === 'h2c' ? "session.on('error', () => {})\n" : ''
  return `import { appendFileSync } from 'node:fs'
${before}${silent}const late = () => new Promise((resolve) => setTimeout(resolve, ${limit}, 0).unref())
for (const ask of asked) {
  let status = await Promise.race([ask().catch(() => -1), late()])
  const began = performance.now()
  for (let i = 1; status > 0 && i < ${request.requests}; i += 1) status = Math.max(status, await Promise.race([ask().catch(() => -1), late()]))
  appendFileSync(process.argv[2], \`\${status} \${(performance.now() - began) / ${Math.max(1, request.requests - 1)}}\\n\`)
}
process.exit()
${functions}`
}

/** `sockets`: one is enough, but where an answer that never ends must not stop the next. */
function partsOf({ exchanges, place }: Pick<DriverRequest, 'exchanges' | 'place'>, sockets = 1) {
  const kinds = new Set(exchanges.map(({ kind }) => kind))
  const session = place.protocol === 'h2c'
  const agent = kinds.has('get') && !session
  const modules = [
    ...(agent ? [`import http from 'node:${place.protocol}'`] : []),
    ...(session ? [`import http2 from 'node:http2'`] : []),
    ...(kinds.has('websocket') ? [websocketImport(place)] : []),
  ]
  const before = `${modules.join('\n')}

const host = '${place.host.replace(/^\[|\]$/g, '')}'
const port = ${place.port === null ? 'process.env.PORT' : String(place.port)}
const asked = [
${exchanges.map((exchange) => `  ${lineOf(exchange)},`).join('\n')}
]
${session ? `const session = http2.connect(\`http://${place.host}:\${port}\`)\n` : ''}${agent ? agentText(place, sockets) : ''}`
  const after = `${session ? 'session.close()\n' : ''}${agent ? 'agent.destroy()\n' : ''}`
  return { before, after, functions: functionsOf(kinds, session).join('') }
}

const websocketImport = ({ protocol }: Place): string =>
  protocol === 'https' ? `import net from 'node:tls'` : `import net from 'node:net'`

const agentText = ({ protocol }: Place, sockets: number): string =>
  `const agent = new http.Agent({ keepAlive: true, maxSockets: ${sockets}${protocol === 'https' ? ', rejectUnauthorized: false' : ''} })\n`

function lineOf(exchange: Exchange): string {
  const path = JSON.stringify(exchange.path)
  if (exchange.kind === 'get')
    return exchange.headers === undefined
      ? `() => get(${path})`
      : `() => get(${path}, ${JSON.stringify(exchange.headers)})`
  if (exchange.kind === 'call') return `() => call(${path})`
  return `() => websocket(${path}, ${JSON.stringify(exchange.send)})`
}

const functionsOf = (kinds: ReadonlySet<Exchange['kind']>, session: boolean): readonly string[] => [
  ...(kinds.has('get') ? [session ? http2GetText : getText] : []),
  ...(kinds.has('call') ? [callText] : []),
  ...(kinds.has('websocket') ? [websocketText] : []),
]
