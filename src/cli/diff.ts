import { type DiffOptions, runDiff } from '../diff/files/command.ts'
import { nodeIo } from '../diff/files/node-io.ts'
import { exitStatus } from '../errors.ts'

/** `leakdiff diff`: the exit status. Throws UserError for what cannot be compared. */
export function diffCommand(options: DiffOptions): number {
  runDiff(options, nodeIo)
  return exitStatus.pass
}
