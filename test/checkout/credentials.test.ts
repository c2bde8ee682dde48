import { execFileSync, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { chooseCommits } from '../../src/checkout/commits/choose.ts'
import { openRepository } from '../../src/checkout/git/repository.ts'
import { describeError, InconclusiveError } from '../../src/errors.ts'
import { commit, init, run, testFolder } from './repositories.ts'

const folder = testFolder()
const token = 'ghs_canary0123456789'
const expected = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`

/**
 * A forge that asks for the token: git's own server behind HTTP. Two authorizations at once are refused,
 * as GitHub does.
 */
async function forge(parent: string) {
  const backend = `${execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim()}/git-http-backend`
  const seen: (readonly string[])[] = []
  const server = createServer((request, response) => {
    const authorizations = valuesOf(request, 'authorization')
    seen.push(authorizations)
    if (authorizations.length > 1)
      return void response.writeHead(400).end('Duplicate header: "Authorization"\n')
    if (authorizations[0] !== expected) {
      return void response
        .writeHead(401, { 'www-authenticate': 'Basic realm="forge"' })
        .end(`no: ${authorizations[0]}\n`)
    }
    serve(backend, parent, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, seen, [Symbol.asyncDispose]: async () => void server.close() }
}

function valuesOf({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name)
}

function serve(backend: string, parent: string, request: IncomingMessage, response: ServerResponse): void {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const child = spawn(backend, {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: parent,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
    },
  })
  request.pipe(child.stdin)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('close', () => {
    const answer = Buffer.concat(chunks)
    const end = answer.indexOf('\r\n\r\n')
    const headers = answer
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(': '))
    const status = Number(headers.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? 200)
    response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status')))
    response.end(answer.subarray(end + 4))
  })
}

function privateOrigin() {
  const origin = init(folder.make('private'))
  const first = commit(origin, 'one', { a: '1' })
  const second = commit(origin, 'two', { a: '2' })
  return { origin, first, second }
}

/**
 * What actions/checkout leaves with `persist-credentials: false`: a shallow clone that has no way to origin.
 */
function checkoutWithoutCredentials(origin: string, url: string, sha: string): string {
  const root = init(folder.make('clone'))
  run(root, 'fetch', '-q', '--depth=1', `file://${origin}`, sha)
  run(root, 'checkout', '-q', sha)
  run(root, 'remote', 'add', 'origin', `${url}/${origin.slice(dirname(origin).length + 1)}`)
  return root
}

const event = (before: string) => ({
  name: 'push',
  payload: { before, ref: 'refs/heads/main', repository: { default_branch: 'main' } },
})

test('the token fetches from a private origin, beside one that the checkout kept or none', async () => {
  const { origin, first, second } = privateOrigin()
  await using server = await forge(dirname(origin))
  for (const kept of [null, 'AUTHORIZATION: basic b2xkOm9sZA==']) {
    const root = checkoutWithoutCredentials(origin, server.url, second)
    if (kept !== null) run(root, 'config', '--local', `http.${server.url}/.extraheader`, kept)
    const config = run(root, 'config', '--local', '--list')
    const repository = await openRepository(root, { credentials: { server: server.url, token } })
    const { base } = await chooseCommits({ repository, event: event(first) })
    expect(base).toEqual({ sha: first, how: 'before' })
    expect(run(root, 'show', `${first}:a`)).toBe('1')
    expect(run(root, 'config', '--local', '--list')).toBe(config)
  }
  expect(server.seen.every((authorizations) => authorizations.length === 1)).toBe(true)
})

test('without the right token the error says why, and shows no token', async () => {
  const { origin, first, second } = privateOrigin()
  await using server = await forge(dirname(origin))
  const root = checkoutWithoutCredentials(origin, server.url, second)
  for (const credentials of [null, { server: server.url, token: 'ghs_wrong' }]) {
    const repository = await openRepository(root, { credentials })
    const choice = chooseCommits({ repository, event: event(first) })
    await expect(choice).rejects.toThrow(InconclusiveError)
    const text = await choice.catch(describeError)
    expect(text).toMatch(/`git fetch .* origin [0-9a-f]{40}` ended with status 128:\n/)
    expect(text).toContain('contents: read')
    expect(text).toMatch(/terminal prompts disabled|Authentication failed/)
    expect(text).not.toContain('ghs_wrong')
    expect(text).not.toContain(Buffer.from('x-access-token:ghs_wrong').toString('base64'))
  }
})
