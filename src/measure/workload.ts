import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Revision, Side } from '../checkout/revision.ts'
import type { Workload } from '../configure/config.ts'
import { InconclusiveError, UserError } from '../errors.ts'
import type { Instrumentation, Runtime, Stage } from '../runtimes/runtime.ts'
import { type BothSides, measureBothSides } from './both-sides.ts'
import type { Log } from './log.ts'
import { runSetup } from './setup.ts'
import type { Reason, Trial } from './trial.ts'
import { measureTrial } from './trial-run.ts'

export interface WorkloadRequest {
  readonly workload: Workload
  readonly workloadHash: string
  readonly runtime: Runtime
  readonly base: Revision | null
  readonly head: Revision
  /** Measure this side alone. */
  readonly only?: Side | undefined
  /** A directory of ours that outlives the revisions' set-up. */
  readonly scratch: string
  /** Measured rounds of a trial. */
  readonly rounds: (stage: Stage) => number
  readonly version: string
  /** What the trials so far call for. */
  readonly next: (trials: readonly Trial[]) => 'confirm' | 'done'
  /** Keeps a finished trial and gives it back as it was kept. */
  readonly keep: (trial: Trial) => Promise<Trial>
  readonly log: Log
  readonly signal: AbortSignal
}

/** Sets up and measures one workload on both sides; what set-ups left running is ended. Rejects when aborted. */
export async function measureWorkload(request: WorkloadRequest): Promise<BothSides> {
  const prepared = new Map<string, Prepared>()
  try {
    return await measureBothSides({
      base: request.base,
      head: request.head,
      only: request.only,
      setUp: async (revision) => void prepared.set(revision.side, await prepare(request, revision)),
      trial: async (revision, number, stage) => {
        const side = prepared.get(revision.side)
        if (side === undefined) throw new Error(`${revision.side} is measured before it is set up`)
        const trial = await measureTrial({ ...common(request, revision, stage), ...side, number, stage })
        request.signal.throwIfAborted()
        return trial.failures.length > 0 ? trial : await request.keep(trial)
      },
      next: request.next,
      reasonOf: (error) => reasonOf(error, request.signal),
    })
  } finally {
    for (const side of prepared.values()) await side.leftRunning[Symbol.asyncDispose]()
  }
}

interface Prepared {
  readonly instrumentation: Instrumentation
  readonly versions: Trial['versions']
  readonly scratch: string
  readonly leftRunning: AsyncDisposable
}

async function prepare(request: WorkloadRequest, revision: Revision): Promise<Prepared> {
  const { runtime, workload } = request
  const directory = join(revision.directory, workload.directory)
  const scratch = await mkdtemp(join(request.scratch, `${revision.side}-`))
  const toolchain = await runtime.toolchain(directory)
  request.log.step(`${revision.side}: ${runtime.name} ${toolchain}`)
  const instrumentation = await runtime.instrument({ workload, directory, scratch })
  const leftRunning = await runSetup({ ...common(request, revision, 'first'), scratch, instrumentation })
  return { instrumentation, versions: { leakdiff: request.version, toolchain }, scratch, leftRunning }
}

function common(request: WorkloadRequest, revision: Revision, stage: Stage) {
  const { workload, workloadHash, runtime, head, log, signal } = request
  const rounds = request.rounds(stage)
  return { workload, workloadHash, runtime, revision, headDirectory: head.directory, rounds, log, signal }
}

function reasonOf(error: unknown, signal: AbortSignal): Reason {
  signal.throwIfAborted()
  if (!(error instanceof UserError)) throw error
  const code = error instanceof InconclusiveError ? error.code : 'not-measured'
  return { code, text: error.message, remedy: error.remedy }
}
