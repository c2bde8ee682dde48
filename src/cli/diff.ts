import { type DiffOptions, runDiff } from '../diff/files/command.ts'
import { exitStatus } from '../errors.ts'
import { nodeIo } from './profile-files.ts'

/** `leakdiff diff`: the exit status. Throws UserError for what cannot be compared. */
export function diffCommand(options: DiffOptions): number {
  runDiff(options, nodeIo)
  return exitStatus.pass
}
