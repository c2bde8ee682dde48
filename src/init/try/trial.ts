import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Workload } from '../../configure/config.ts'
import { workloadHash } from '../../configure/load.ts'
import { createRepeats } from '../../measure/rounds/repeat.ts'
import { measureTrial } from '../../measure/run-trial.ts'
import type { Trial } from '../../trial/trial.ts'
import type { Recognised } from '../recognise/recognise.ts'
import { type Copy, quietly, type SetUp, setUp, workloadOf } from './copy.ts'
import { TryError } from './tried.ts'

/** Files that the workload's commands need, by their path from the root of the copy. */
export type Files = readonly { readonly file: string; readonly text: string }[]

/**
 * Measures the workload that `text` configures as `leakdiff run` does, with a warm-up and `rounds`.
 * Throws TryError with what made it fail.
 */
export async function tryWhole(
  copy: Copy,
  recognised: Recognised,
  { files, rounds, text, limit }: { files: Files; rounds: number; text: string; limit: number },
): Promise<{ readonly trial: Trial; readonly done: SetUp; readonly workload: Workload }> {
  for (const { file, text: content } of files) {
    const path = join(copy.revision.directory, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  const workload = { ...(await workloadOf(copy, text)), warmup: 1 }
  const done = await setUp(copy, recognised, workload)
  const { instrumentation, runtime, scratch, versions } = done
  const lines: string[] = []
  const late = AbortSignal.timeout(limit)
  const trial = await measureTrial({
    workload,
    workloadHash: workloadHash(workload),
    revision: copy.revision,
    headDirectory: copy.revision.directory,
    rounds,
    scratch,
    number: 1,
    stage: 'first',
    runtime,
    instrumentation,
    versions,
    repeats: createRepeats(1),
    log: { ...quietly(copy.log), detail: (_, told) => void lines.push(...told) },
    signal: AbortSignal.any([copy.signal, late]),
  })
  copy.signal.throwIfAborted()
  if (late.aborted)
    throw new TryError(
      `It was not finished within ${Math.round(limit / 1000)} s`,
      'Give it more: --time-limit 10m.',
      lines,
    )
  const [failure] = trial.failures
  if (failure !== undefined) throw new TryError(failure.text, failure.remedy, lines)
  return { trial, done, workload }
}
