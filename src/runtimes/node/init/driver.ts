import type { Driver, DriverRequest } from '../../onboarding/onboarding.ts'

/** Node's own http: whoever measures a Node program has nothing to install for it. */
export const driver: Driver = { ending: 'mjs', command: 'node', text: script }

function script({ address, heading, paths, requests }: DriverRequest): string {
  const port = address.kind === 'fixed' ? String(address.port) : 'process.env.PORT'
  return `${heading.map((line) => `// ${line}`).join('\n')}
import http from 'node:http'

const port = ${port}
const paths = [
${paths.map((path) => `  ${JSON.stringify(path)},`).join('\n')}
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
