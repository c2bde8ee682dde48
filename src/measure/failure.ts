import { diskFull, InconclusiveError, UserError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Reason } from '../trial/trial.ts'
import { CommandError } from './process/commands.ts'
import { type CommandContext, missingFile } from './process/missing-file.ts'
import { maskSecrets } from './process/secrets.ts'
import type { SandboxRequest } from './sandbox.ts'

/**
 * What made a set-up or a trial fail, for people; a command's last lines go to the log. Our own bugs are
 * thrown again.
 */
export function reasonOf(error: unknown, log: Log, command: CommandContext | null = null): Reason {
  if (error instanceof CommandError) log.detail(error.message, error.output)
  if (error instanceof UserError) {
    const code = error instanceof InconclusiveError ? error.code : 'not-measured'
    const missed =
      error instanceof CommandError && command !== null ? missingFile(error.output, command) : null
    return { code, text: maskSecrets(error.message), remedy: maskSecrets(missed ?? error.remedy) }
  }
  const full = diskFull(error)
  if (full === null) throw error
  return { code: full.code, text: maskSecrets(full.message), remedy: full.remedy }
}

/** Where the commands of a trial run. */
export const commandContextOf = ({
  headDirectory,
  revision,
  workload,
}: Pick<SandboxRequest, 'headDirectory' | 'revision' | 'workload'>): CommandContext => ({
  headDirectory,
  revision,
  directory: workload.directory,
})
