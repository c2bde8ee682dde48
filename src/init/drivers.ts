import type { RecognisedServer } from './recognised.ts'

/** Requests to each path in one round: 80 bytes that stay of each are above every floor then. */
export const requests = 200

/** The script of one round: bash and curl for Go, Node's own http for Node. */
export function driverText(server: RecognisedServer): string {
  return server.runtime === 'go' ? shell(server) : script(server)
}

const head = (mark: string, { routes }: RecognisedServer): string =>
  [
    `${mark} One round for leakdiff: every path below, ${requests} times. Written by leakdiff init; yours to edit.`,
    ...(routes.left.length > 0 ? [`${mark} Not asked for:`] : []),
    ...routes.left.map((route) => `${mark}   ${route}`),
  ].join('\n')

const paths = ({ routes }: RecognisedServer, quote: (path: string) => string): string =>
  routes.asked.map(quote).join('\n')

function shell(server: RecognisedServer): string {
  const { address } = server
  const port = address.kind === 'fixed' ? String(address.port) : '$PORT'
  return `#!/usr/bin/env bash
${head('#', server)}
set -euo pipefail
paths='
${paths(server, (path) => path)}
'
for path in $paths; do
  for _ in {1..${requests}}; do
    printf 'url = "http://127.0.0.1:%s%s"\\noutput = /dev/null\\n' "${port}" "$path"
  done
done |
  curl --config - --globoff --silent --show-error --max-time 30 --write-out '%{http_code} %{url_effective}\\n' |
  # Not done: an error of the server, or no path that it knows at all.
  awk '
    $1 == "000" || $1 >= 500 { if (!failed++) print "first failure: " $0 }
    $1 >= 200 && $1 < 400 { fine++ }
    END { if (failed || !fine) { print failed + 0 " of " NR " requests failed, " fine + 0 " succeeded"; exit 1 } }'
`
}

function script(server: RecognisedServer): string {
  const { address } = server
  const port = address.kind === 'fixed' ? String(address.port) : 'process.env.PORT'
  return `${head('//', server)}
import http from 'node:http'

const port = ${port}
const paths = [
${paths(server, (path) => `  ${JSON.stringify(path)},`)}
]
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
const statuses = []
for (const path of paths) for (let i = 0; i < ${requests}; i += 1) statuses.push(await get(path))
agent.destroy()

// Not done: an error of the server, or no path that it knows at all.
const failed = statuses.filter((status) => status >= 500)
if (failed.length > 0) throw new Error(\`\${failed.length} of \${statuses.length} requests failed with status \${failed[0]}\`)
if (!statuses.some((status) => status < 400)) throw new Error('no request succeeded: correct the paths')

function get(path) {
  return new Promise((resolve, reject) => {
    const request = http.get({ agent, host: '127.0.0.1', port, path, timeout: 30_000 }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode)).on('error', reject)
    })
    request.on('timeout', () => request.destroy(new Error(\`\${path}: no answer within 30 s\`)))
    request.on('error', reject)
  })
}
`
}
