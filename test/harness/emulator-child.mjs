// A GitHub with state, in a process of its own since it needs Node 22.15 or later.
// Prints one JSON line once it answers: {url, admin, write, read}: tokens of the owner, and of the workflow
// with and without `pull-requests: write`.
import { createSign, generateKeyPairSync } from 'node:crypto'
import { createEmulator } from 'emulate'

const actionsApp = 15368
const granted = { contents: 'read', issues: 'write', pull_requests: 'write' }
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

const emulator = await createEmulator({
  service: 'github',
  port: Number(process.argv[2]),
  seed: {
    tokens: { admin: { login: 'acme', scopes: ['repo'] }, alice: { login: 'alice', scopes: ['repo'] } },
    github: {
      users: [{ login: 'acme' }, { login: 'alice' }],
      repos: [{ owner: 'acme', name: 'widget', private: false, default_branch: 'main', auto_init: true }],
      apps: [
        {
          app_id: actionsApp,
          slug: 'github-actions',
          name: 'GitHub Actions',
          private_key: privateKey,
          permissions: granted,
          installations: [
            { installation_id: 1, account: 'acme', repository_selection: 'all', permissions: granted },
          ],
        },
      ],
    },
  },
})

const write = await installationToken(granted)
const read = await installationToken({ contents: 'read', pull_requests: 'read' })
console.log(JSON.stringify({ url: emulator.url, admin: 'admin', person: 'alice', write, read }))
process.on('SIGTERM', () => emulator.close().then(() => process.exit(0)))
// The test that started it is gone.
process.stdin.resume().on('end', () => process.exit(0))

async function installationToken(permissions) {
  const response = await fetch(`${emulator.url}/app/installations/1/access_tokens`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${appToken()}`,
      'content-type': 'application/json',
      'user-agent': 'bench',
    },
    body: JSON.stringify({ permissions, repositories: ['widget'] }),
  })
  if (!response.ok) throw new Error(`no installation token: ${response.status} ${await response.text()}`)
  const { token } = /** @type {{ token: string }} */ (await response.json())
  return token
}

function appToken() {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const unsigned = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss: actionsApp, iat: now - 10, exp: now + 500 })}`
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')}`
}
