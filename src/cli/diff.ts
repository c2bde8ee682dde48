import { exitStatus } from '../errors.ts'
import { type DiffOptions, runDiff } from '../profile-diff/command.ts'
import { nodeIo } from './profile-files.ts'

/** `leakdiff diff`: the exit status. Throws UserError for what cannot be compared. */
export function diffCommand(options: DiffOptions): number {
  runDiff(options, nodeIo)
  return exitStatus.pass
}
