import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { leakdiffIn, project } from '../cli/project.ts'

const server = {
  'package.json': '{"main":"server.js","dependencies":{}}',
  'server.js': `const http = require('node:http')
http.createServer((request, response) => {
  if (request.url === '/ping') return response.end('pong')
  if (request.url === '/users' && request.method === 'POST') return response.end('added')
  response.statusCode = 404
  response.end()
}).listen(process.env.PORT, '127.0.0.1')
`,
}
const action = `acme/leakdiff@${'a'.repeat(40)}`

it('tells what worked, what may stand in the way, what it wrote and what comes next', async () => {
  const { root } = project(server)
  const dry = await leakdiffIn(root, ['init', '--action', action, '--dry-run'])
  expect(dry.stdout).toContain('would write .github/leakdiff.yml\n  # What leakdiff measures')
  expect(existsSync(join(root, '.github'))).toBe(false)
  const first = await leakdiffIn(root, ['init', '--action', action, '--yes'])
  expect({ status: first.status, stdout: first.stdout }).toEqual({
    status: 0,
    stdout: `works       server: http server, started by \`node server.js\`; it listens on $PORT and answers 1, 1 left out
wrote       .github/leakdiff.yml
wrote       .github/leakdiff/server.mjs
wrote       .github/workflows/leakdiff.yml

Next: look at what was written, then

  leakdiff run`,
  })
  const second = await leakdiffIn(root, ['init', '--action', action])
  expect(second.stdout).toContain('left alone  .github/leakdiff.yml: it was there already')
  expect(second.stdout).not.toContain('wrote')
})

it('what does not work is told with its last lines, and with a file to start from', async () => {
  const failing = "console.error('no DATABASE_URL'); process.exit(3); http.createServer().listen(1)"
  const { root } = project({ ...server, 'server.js': failing })
  const { status, stderr, stdout } = await leakdiffIn(root, ['init', '--action', action])
  expect(status).toBe(3)
  expect(stdout).toContain('`node server.js` ended with exit 3 before it listened')
  expect(stdout).toContain('| no DATABASE_URL')
  expect(stderr).toContain('start from this .github/leakdiff.yml')
  expect(stderr).toContain('start: node server.js')
  expect(existsSync(join(root, '.github'))).toBe(false)
})

it('recognising nothing is a wrong use, and nothing is written', async () => {
  const { root } = project({ 'README.md': 'words' })
  const { status, stderr } = await leakdiffIn(root, ['init'])
  expect(status).toBe(2)
  expect(stderr).toContain('recognises no Go, Node, Python or Java server and no tests')
  expect(existsSync(join(root, '.github'))).toBe(false)
})
