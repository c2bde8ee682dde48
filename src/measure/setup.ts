import type { Instrumentation } from '../runtimes/runtime.ts'
import { type BenchRequest, openBench } from './bench.ts'
import { CommandError, runCommand } from './commands.ts'
import { leftBehind } from './left-behind.ts'
import type { Log } from './log.ts'

export interface SetupRequest extends BenchRequest {
  readonly instrumentation: Pick<Instrumentation, 'buildEnv'>
  readonly log: Log
  readonly signal: AbortSignal
}

/**
 * Runs the workload's `setup` in one revision. What it leaves running (a database) lives until the result is disposed. Throws
 * CommandError when it fails.
 */
export async function runSetup(request: SetupRequest): Promise<AsyncDisposable> {
  const { workload, revision, instrumentation, log, signal } = request
  const bench = await openBench(request)
  if (workload.setup === null) return bench
  log.step(`${revision.side}: setup`)
  try {
    const command = bench.command('setup', workload.setup, { instrumentation: instrumentation.buildEnv })
    await runCommand(command, workload.timeout.setup, signal)
    return bench
  } catch (error) {
    await bench[Symbol.asyncDispose]()
    if (!(error instanceof CommandError)) throw error
    const { headDirectory } = request
    const missed = leftBehind(error.output, { revision, headDirectory, directory: workload.directory })
    throw missed === null ? error : new CommandError(error.code, error.message, missed, error.output)
  }
}
