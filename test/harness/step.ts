import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { type Command, workflowCommands } from './commands.ts'
import type { RunnerJob } from './runner.ts'

/** What a step left behind. */
export interface Step {
  readonly status: number | null
  readonly log: string
  readonly commands: readonly Command[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

export interface StepRequest {
  readonly node: string
  readonly script: string
  readonly job: RunnerJob
  /** Variables beyond the runner's own. */
  readonly environment?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** The job is cancelled once the log says this. */
  readonly cancelAt?: RegExp
}

/**
 * Runs one script as the runner runs an action: in the workspace,
 * with the job's environment and nothing else of this process's.
 */
export async function runStep(request: StepRequest): Promise<Step> {
  const { node, script, job, environment = {}, stdin = '', cancelAt } = request
  const own = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }
  const child = spawn(node, [script], {
    cwd: job.environment.GITHUB_WORKSPACE,
    env: { ...own, ...job.environment, ...environment },
  })
  child.stdin.end(stdin)
  let said = ''
  child.stdout.on('data', (chunk) => {
    const before = cancelAt?.test(said)
    said += String(chunk)
    // As the runner does first when a job is cancelled.
    if (!before && cancelAt?.test(said)) child.kill('SIGINT')
  })
  const exit = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  const log = out + err
  return { status, log, commands: workflowCommands(log), outputs: job.outputs(), summary: job.summary() }
}
