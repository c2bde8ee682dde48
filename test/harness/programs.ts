import type { Files } from './pull-request.ts'

/**
 * The workload of every program here: a server, and a script that sends it ten requests. Small,
 * so that tests are quick.
 */
export const workload = {
  runtime: 'node',
  start: 'node server.mjs',
  ready: 'http://127.0.0.1:$PORT/ready',
  round: 'bash round.sh',
  operations: '10',
  warmup: '1',
  rounds: '6',
  'settle-quiet': '20ms',
  'settle-limit': '300ms',
} as const

// The shell itself sends them, and reads the answers to their end:
// other programs would cost more than all the rest.
const round = `for request in 1 2 3 4 5 6 7 8 9 10; do
  exec 3<> "/dev/tcp/127.0.0.1/$PORT"
  printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3
  IFS= read -r -d '' answer <&3 || [[ $answer == *ok ]]
done
`

const server = (work: string) => `import { createServer } from 'node:http'

createServer((request, response) => {
${work}  response.end('ok')
}).listen(Number(process.env.PORT), '127.0.0.1')
`

export const clean: Files = { 'round.sh': round, 'server.mjs': server('') }

const planted = 'setInterval(() => {}, 1_000_000)'
const leaky = `${server("  if (request.url === '/') keepAlive()\n")}
function keepAlive() {
  ${planted}
}
`

/** Leaks one timer a request, in a function of its own. */
export const leaksOneTimerPerRequest: Files = { 'round.sh': round, 'server.mjs': leaky }

/** Where it leaks in server.mjs. */
export const plantedLine = leaky.slice(0, leaky.indexOf(planted)).split('\n').length
