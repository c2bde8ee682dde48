import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { execa } from 'execa'
import { afterAll } from 'vitest'
import { parseResult } from '../../src/report/render/json.ts'
import type { Result } from '../../src/report/result.ts'
import { commit, init, write } from '../checkout/repositories.ts'

/** The bundle that users run; `npm test` builds it first. */
export const cli = resolve(import.meta.dirname, '../../dist/cli.mjs')

type Files = Readonly<Record<string, string>>

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'leakdiff-test-cli-'))
  folders.push(path)
  return path
}

export interface Project {
  readonly root: string
  readonly base: string
  readonly head: string
}

/** A repository with two commits; files of head are added to those of base. */
export function project(base: Files, head: Files = {}): Project {
  const root = init(folder())
  const first = commit(root, 'base', base)
  const second = commit(root, 'head', head)
  return { root, base: first, head: second }
}

/** Adds to the working tree what is not committed. */
export const change = write

export interface Ended {
  readonly status: number | undefined
  readonly stdout: string
  readonly stderr: string
  readonly result: Result | null
}

/**
 * `leakdiff run` on the two commits of a project;
 * nothing of the person who runs the tests is inherited but PATH and HOME.
 */
export async function leakdiff({ root, base, head }: Project, ...args: string[]): Promise<Ended> {
  const json = join(folder(), 'result.json')
  return await leakdiffIn(root, ['run', '--base', base, '--head', head, '--json', json, ...args], json)
}

export async function leakdiffIn(cwd: string, args: readonly string[], json = ''): Promise<Ended> {
  const { exitCode, stdout, stderr } = await execa('node', [cli, ...args], { cwd, reject: false, env: quiet })
  const result = existsSync(json) ? parseResult(readFileSync(json, 'utf8')) : null
  return { status: exitCode, stdout, stderr, result }
}

export const quiet = { CI: '', NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

/**
 * A server that keeps what `work` does, and a driver that asks it ten times; small, so that tests are quick.
 */
export const serverOf = (work: string, start = ''): Files => ({
  'server.mjs': `import http from 'node:http'
${start}
const kept = []
http.createServer(function serve(request, response) {
  ${work}
  response.end('ok')
}).listen(Number(process.env.PORT), '127.0.0.1')
`,
  'drive.sh': `for i in 1 2 3 4 5 6 7 8 9 10; do
  exec 3<> "/dev/tcp/127.0.0.1/$PORT"
  printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3
  grep -q ok <&3
done
`,
  '.github/leakdiff.yml': configuration({}),
})

export const clean = serverOf('')
export const leaky = serverOf('remind()', 'const remind = () => setTimeout(() => {}, 3_600_000)')

/** The workload of these servers, with keys added or replaced. */
export function configuration(keys: Readonly<Record<string, string>>): string {
  const all = {
    runtime: 'node',
    start: 'node server.mjs',
    ready: '127.0.0.1:$PORT',
    round: 'bash drive.sh',
    operations: '10',
    warmup: '1',
    rounds: '6',
    // Else the time that a round takes decides how many calls one holds.
    repeat: '1',
    settle: '{ quiet: 50ms, limit: 2s }',
    timeout: '{ ready: 30s, round: 30s, stop: 5s }',
    ...keys,
  }
  const lines = Object.entries(all).map(([key, value]) => `    ${key}: ${value}`)
  return `workloads:\n  serve:\n${lines.join('\n')}\n`
}
