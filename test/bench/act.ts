import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { root } from './toolchain.ts'

/** What a whole workflow did. */
export interface WorkflowRun {
  readonly status: number | null
  readonly log: string
  /** Commands of all steps, as the runner understood them. */
  readonly commands: readonly ActCommand[]
}

const line = z.object({
  command: z.string().optional(),
  arg: z.string().optional(),
  content: z.string().optional(),
  name: z.string().optional(),
  msg: z.string().optional(),
  kvPairs: z.record(z.string(), z.string()).nullish(),
})
export type ActCommand = z.infer<typeof line>

export interface WorkflowRequest {
  readonly act: string
  /** Node 24, put first in PATH: act runs whatever `node` is there. */
  readonly node: string
  /** The checked-out repository, which holds the action and the workflow. */
  readonly workspace: string
  readonly payload: object
  readonly apiUrl: string
  readonly token: string
}

/** Runs the pull request's workflow on this machine, without containers. */
export async function runWorkflow(request: WorkflowRequest): Promise<WorkflowRun> {
  const home = mkdtempSync(join(tmpdir(), 'act-'))
  writeFileSync(join(home, 'event.json'), JSON.stringify(request.payload))
  writeFileSync(join(home, 'secrets'), `GITHUB_TOKEN=${request.token}\n`)
  const flags = [
    ...[
      '-P',
      'ubuntu-latest=-self-hosted',
      '-e',
      join(home, 'event.json'),
      '--secret-file',
      join(home, 'secrets'),
    ],
    ...['--env-file', '/dev/null', '--actor', 'alice', '--pull=false', '--no-cache-server', '--json'],
    ...[
      '--use-gitignore=false',
      '--env',
      `GITHUB_API_URL=${request.apiUrl}`,
      '--env',
      'GITHUB_REPOSITORY=acme/widget',
    ],
  ]
  const path = [dirname(request.node), dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(
    ':',
  )
  // Its steps inherit whatever act's own environment holds.
  const child = spawn(request.act, ['pull_request', ...flags], {
    cwd: request.workspace,
    env: { HOME: home, PATH: path },
  })
  child.stdin.end()
  const exit = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  rmSync(home, { recursive: true, force: true })
  return { status, log: out + err, commands: commands(out) }
}

/** The action as a user's workflow gets it: all of the repository that it needs. */
export function putAction(directory: string): void {
  mkdirSync(directory, { recursive: true })
  for (const part of ['action.yml', 'dist', 'package.json'])
    cpSync(join(root, part), join(directory, part), { recursive: true })
}

function commands(output: string): ActCommand[] {
  return output.split('\n').flatMap((text) => {
    if (!text.startsWith('{')) return []
    const parsed = line.safeParse(JSON.parse(text))
    return parsed.success && parsed.data.command !== undefined ? [parsed.data] : []
  })
}
