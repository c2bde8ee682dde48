import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import getPort, { portNumbers } from 'get-port'
import { root } from './toolchain.ts'

/** The repository that the emulator holds. */
export const repository = { owner: 'acme', repo: 'widget' } as const

/**
 * `admin` owns the repository, `person` is somebody who comments,
 * `write` and `read` are the workflow's own tokens.
 */
interface Tokens {
  readonly admin: string
  readonly person: string
  readonly write: string
  readonly read: string
}

interface Comment {
  readonly id: number
  readonly body: string
  readonly user: { readonly login: string; readonly type: string }
}

export interface Emulator {
  readonly url: string
  readonly tokens: Tokens
  /** A new, empty pull request; its number. */
  pullRequest(): Promise<number>
  /** Closes a pull request. */
  shut(number: number): Promise<void>
  comment(number: number, body: string, token: string): Promise<number>
  comments(number: number): Promise<readonly Comment[]>
  close(): Promise<void>
}

/**
 * Starts a GitHub with state; `node` is a Node of 22.15 or later.
 * Its port lies below those that outgoing connections take.
 */
export async function startEmulator(node: string): Promise<Emulator> {
  // From anywhere in the range: two that start at the same moment would both take the first one that is free.
  const port = await getPort({ port: portNumbers(20_000 + Math.floor(Math.random() * 10_000), 32_000) })
  const child = spawn(node, [join(root, 'test/harness/emulator-child.mjs'), String(port)], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const { url, ...tokens } = JSON.parse(await firstLine(child.stdout, ended)) as Tokens & { url: string }
  const api = caller(url)
  let branches = 0
  return {
    url,
    tokens,
    pullRequest: () => openPullRequest(api, tokens.admin, `feature-${++branches}`),
    async shut(number) {
      await api('PATCH', `/pulls/${number}`, { state: 'closed' }, tokens.admin)
    },
    async comment(number, body, token) {
      const created = await api('POST', `/issues/${number}/comments`, { body }, token)
      return (created as Comment).id
    },
    comments: (number) => allComments(api, number, tokens.admin),
    async close() {
      child.kill()
      await ended
    },
  }
}

type Api = (method: string, path: string, body: unknown, token: string) => Promise<unknown>

function caller(url: string): Api {
  return async (method, path, body, token) => {
    const response = await fetch(`${url}/repos/${repository.owner}/${repository.repo}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'bench',
        // One that the emulator closes for idleness while this process is busy would be used again.
        connection: 'close',
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
}

async function openPullRequest(api: Api, token: string, branch: string): Promise<number> {
  const main = (await api('GET', '/git/ref/heads/main', null, token)) as { object: { sha: string } }
  await api('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha: main.object.sha }, token)
  const content = Buffer.from(branch).toString('base64')
  await api('PUT', `/contents/${branch}.txt`, { message: branch, content, branch }, token)
  const pull = await api('POST', '/pulls', { title: branch, head: branch, base: 'main' }, token)
  return (pull as { number: number }).number
}

async function allComments(api: Api, number: number, token: string): Promise<Comment[]> {
  const all: Comment[] = []
  for (let page = 1; ; page++) {
    const found = (await api(
      'GET',
      `/issues/${number}/comments?per_page=100&page=${page}`,
      null,
      token,
    )) as Comment[]
    all.push(...found)
    if (found.length < 100) return all
  }
}

async function firstLine(stream: NodeJS.ReadableStream, ended: Promise<void>): Promise<string> {
  const line = new Promise<string>((resolve) => createInterface({ input: stream }).once('line', resolve))
  const early = ended.then(() => Promise.reject(new Error('the emulator ended before it answered')))
  return Promise.race([line, early])
}
