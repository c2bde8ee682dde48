import type { Log } from '../log.ts'
import type { Instrumentation } from '../runtimes/runtime.ts'
import { CommandError, runCommand } from './process/commands.ts'
import { missingFile } from './process/missing-file.ts'
import { openSandbox, type SandboxRequest } from './sandbox.ts'

export interface SetupRequest extends SandboxRequest {
  readonly instrumentation: Pick<Instrumentation, 'buildEnv'>
  readonly log: Log
  readonly signal: AbortSignal
}

/**
 * Runs the workload's `setup` in one revision. What it leaves running (a database) lives until the result is
 * disposed. Throws CommandError when it fails.
 */
export async function runSetup(request: SetupRequest): Promise<AsyncDisposable> {
  const { workload, revision, instrumentation, log, signal } = request
  const sandbox = await openSandbox(request)
  if (workload.setup === null) return sandbox
  log.step(`${revision.side}: setup`)
  try {
    const command = sandbox.command('setup', workload.setup, { instrumentation: instrumentation.buildEnv })
    await runCommand(command, workload.timeout.setup, signal)
    return sandbox
  } catch (error) {
    await sandbox[Symbol.asyncDispose]()
    if (!(error instanceof CommandError)) throw error
    const { headDirectory } = request
    const missed = missingFile(error.output, { revision, headDirectory, directory: workload.directory })
    throw missed === null ? error : new CommandError(error.code, error.message, missed, error.output)
  }
}
