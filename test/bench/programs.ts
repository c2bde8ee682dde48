import type { Files } from './pull-request.ts'

/** The workload of every program here: a server, and a script that sends it ten requests. Small, so that tests are quick. */
export const workload = {
  runtime: 'node',
  start: 'node server.mjs',
  ready: 'http://127.0.0.1:$PORT/ready',
  round: 'node round.mjs',
  operations: '10',
  warmup: '1',
  rounds: '6',
  'settle-quiet': '50ms',
  'settle-limit': '3s',
} as const

const round = `for (let i = 0; i < 10; i++) {
  const response = await fetch(\`http://127.0.0.1:\${process.env.PORT}/\`, { headers: { connection: 'close' } })
  if (!response.ok) process.exit(1)
  await response.text()
}
`

const server = (work: string) => `import { createServer } from 'node:http'

createServer((request, response) => {
${work}  response.end('ok')
}).listen(Number(process.env.PORT), '127.0.0.1')
`

export const clean: Files = { 'round.mjs': round, 'server.mjs': server('') }

/** Leaks one timer a request, in a function of its own. */
export const leaksOneTimerPerRequest: Files = {
  'round.mjs': round,
  'server.mjs': `${server("  if (request.url === '/') keepAlive()\n")}
function keepAlive() {
  setInterval(() => {}, 1_000_000)
}
`,
}
