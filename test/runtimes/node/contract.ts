import type { ContractProgram } from '../contract/program.ts'

const server = `const http = require('node:http')

const kept = []

function remind() {
  kept.push(new Array(100).fill({ at: Date.now() }))
  setTimeout(() => {}, 3_600_000)
}

const routes = new Map()
const app = { get: (path, handle) => routes.set(path, handle) }
app.get('/leak', (request, response) => {
  remind()
  response.end()
})
app.get('/fine', (request, response) => response.end())

http
  .createServer((request, response) => routes.get(request.url)(request, response))
  .listen(Number(process.env.PORT), '127.0.0.1')
`

const test = `import assert from 'node:assert/strict'
import { test } from 'node:test'

test('adds', () => assert.equal(1 + 1, 2))
`

const manifest = {
  name: 'shop',
  version: '1.0.0',
  private: true,
  scripts: { start: 'node server.cjs', test: 'node --test adds.test.mjs' },
}

export const contract: ContractProgram = {
  available: true,
  files: {
    'package.json': JSON.stringify(manifest),
    'package-lock.json': JSON.stringify({
      name: 'shop',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': { name: 'shop', version: '1.0.0' } },
    }),
    'server.cjs': server,
    'adds.test.mjs': test,
  },
  leak: { site: 'remind (server.cjs)', path: 'server.cjs' },
  dependency: {
    file: 'package.json',
    text: '{\n  "dependencies": {\n    "left-pad": "^1.3.0"\n  }\n}\n',
    package: 'left-pad',
    version: '^1.3.0',
  },
  test: 'adds.test.mjs',
}
