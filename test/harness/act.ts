import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
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
type ActCommand = z.infer<typeof line>

export interface WorkflowRequest {
  readonly act: string
  /** Node 24, put first in PATH: act runs whatever `node` is there. */
  readonly node: string
  /** The checked-out repository, which holds the action and the workflow. */
  readonly workspace: string
  /** The file of the workflow; every one that the event starts when left out. */
  readonly workflow?: string
  /** `pull_request` when left out. */
  readonly event?: string
  readonly payload: object
  readonly apiUrl: string
  readonly token: string
  /** Variables of every step, beyond the runner's own. */
  readonly environment?: Readonly<Record<string, string>>
  /** Directories in place of the repositories of other actions, by `OWNER/NAME@REF`. */
  readonly actions?: Readonly<Record<string, string>>
}

/** GitHub gives each run a number of its own. */
let runs = 0

/** Runs the event's workflow on this machine, without containers. */
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
    ...['--use-gitignore=false', '--concurrent-jobs', '2'],
    ...(request.workflow === undefined ? [] : ['-W', request.workflow]),
    ...Object.entries(environmentOf(request)).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...Object.entries(request.actions ?? {}).flatMap(([name, at]) => ['--local-repository', `${name}=${at}`]),
  ]
  const path = [dirname(request.node), dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(
    ':',
  )
  // Its steps inherit whatever act's own environment holds.
  const child = spawn(request.act, [request.event ?? 'pull_request', ...flags], {
    cwd: request.workspace,
    env: { HOME: home, PATH: path },
  })
  child.stdin.end()
  const exit = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  rmSync(home, { recursive: true, force: true })
  return { status, log: out + err, commands: commands(out) }
}

const environmentOf = ({ apiUrl, environment }: WorkflowRequest): Readonly<Record<string, string>> => ({
  GITHUB_API_URL: apiUrl,
  GITHUB_REPOSITORY: 'acme/widget',
  GITHUB_RUN_ID: String(++runs),
  GITHUB_RUN_NUMBER: String(runs),
  ...environment,
})

/** Every action that a workflow names, by a directory of ours; leakdiff itself lies in `leakdiff`. */
export function placeholders(workflow: string, leakdiff: string): Readonly<Record<string, string>> {
  const names = [...workflow.matchAll(/uses: ([\w.-]+\/[\w.-]+@[\w.-]+)/g)].map(([, name = '']) => name)
  const others = names.filter((name) => !name.startsWith('actions/checkout@'))
  return Object.fromEntries(others.map((name) => [name, placeholder(name, leakdiff)]))
}

function placeholder(name: string, leakdiff: string): string {
  if (name.startsWith('OWNER/leakdiff@')) return leakdiff
  const action = name.startsWith('actions/download-artifact@') ? 'download-artifact' : 'setup'
  return join(root, 'test/harness/actions', action)
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
