import { readWrittenFiles } from './files.ts'
import type { Making } from './form.ts'
import { makeOwnRounds } from './run.ts'
import { makeServerRounds } from './server.ts'
import { makeTestRounds } from './test.ts'

/**
 * Starts the workload's program and makes the rounds of one trial, in the way of its form. Throws what made
 * the trial fail.
 */
export async function makeRounds(making: Making): Promise<void> {
  const { workload } = making.request
  if (workload.form === 'server') return makeServerRounds(making, workload)
  if (workload.form === 'run' && workload.files !== undefined)
    return readWrittenFiles(making, workload, workload.files)
  if (workload.form === 'run') return makeOwnRounds(making, workload)
  return makeTestRounds(making, workload)
}
