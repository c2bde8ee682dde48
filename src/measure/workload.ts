import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Revision, Side } from '../checkout/revision.ts'
import type { Workload } from '../configure/config.ts'
import type { Log } from '../log.ts'
import type { DiagnosticGoal, Instrumentation, Runtime, Stage } from '../runtimes/runtime.ts'
import type { BothSides } from '../trial/both-sides.ts'
import type { Trial } from '../trial/trial.ts'
import { type Diagnosis, runDiagnostic, unlessInterrupted } from './diagnose/diagnostic-run.ts'
import { reasonOf } from './failure.ts'
import { measureBothSides } from './measure-sides.ts'
import type { Repeats } from './rounds/repeat.ts'
import { measureTrial } from './run-trial.ts'
import { runSetup } from './setup.ts'

export interface WorkloadRequest {
  readonly workload: Workload
  readonly workloadHash: string
  readonly runtime: Runtime
  readonly base: Revision | null
  readonly head: Revision
  /** Measure this side alone. */
  readonly only?: Side | undefined
  /** Measure the trial of this number alone. */
  readonly onlyTrial?: number | undefined
  /** Base's first trial from an earlier run; it may only clear. */
  readonly cachedBase?: Trial | null | undefined
  /** A directory of ours that outlives the revisions' set-up. */
  readonly scratch: string
  /** Measured rounds of a trial that is about to begin. */
  readonly rounds: (stage: Stage) => number
  readonly version: string
  /** How often a measured round repeats the workload's own. */
  readonly repeats: Repeats
  /** What the trials so far call for. */
  readonly next: (trials: readonly Trial[]) => 'confirm' | 'done'
  /**
   * Whether base, driven as long as head's newest trial, might change what the trials say. Left out: always.
   */
  readonly baseMatters?: (trials: readonly Trial[]) => boolean
  /**
   * Whether what was suspected of head is clear by the first rounds of its confirming trial. Left out:
   * it is measured to its end.
   */
  readonly isClear?: (soFar: Trial) => boolean
  /** What a red head is worth one more start for; null: for nothing. */
  readonly goal: (trials: readonly Trial[]) => DiagnosticGoal | null
  /** Keeps a finished trial and gives it back as it was kept. */
  readonly keep: (trial: Trial) => Promise<Trial>
  /**
   * Directory that gets the raw profiles and dumps of every round, in a folder a trial. Left out:
   * nobody asked.
   */
  readonly keepProfiles?: string | undefined
  readonly log: Log
  readonly signal: AbortSignal
}

export interface Measured extends BothSides {
  /** null: not red, or a runtime that has nothing more to show. */
  readonly diagnosis: Diagnosis | null
}

/**
 * Sets up and measures one workload on both sides, and runs a red head once more for its diagnosis; what
 * set-ups left running is ended. Rejects when aborted.
 */
export async function measureWorkload(request: WorkloadRequest): Promise<Measured> {
  const prepared = new Map<string, Prepared>()
  try {
    const sides = await measureBothSides({
      base: request.base,
      head: request.head,
      only: request.only,
      onlyTrial: request.onlyTrial,
      cachedBase: request.cachedBase,
      baseWhenNeeded: request.workload.measureBase === 'when-needed',
      setUp: async (revision) => void prepared.set(revision.side, await prepare(request, revision)),
      trial: async (revision, number, stage) => {
        const side = prepared.get(revision.side)
        if (side === undefined) throw new Error(`${revision.side} is measured before it is set up`)
        const trial = await measureTrial({
          ...common(request, revision, stage),
          ...side,
          ...keeping(request, `${revision.side}-${number}`),
          number,
          stage,
          clears: clearing(request, revision, number),
        })
        request.signal.throwIfAborted()
        return trial.failures.length > 0 ? trial : await request.keep(trial)
      },
      next: request.next,
      ...(request.baseMatters && { baseMatters: request.baseMatters }),
      reasonOf: (error) => {
        request.signal.throwIfAborted()
        return reasonOf(error, request.log)
      },
    })
    return { ...sides, diagnosis: await diagnoseHead(request, sides, prepared.get('head')) }
  } finally {
    for (const side of prepared.values()) await side.leftRunning[Symbol.asyncDispose]()
  }
}

async function diagnoseHead(
  request: WorkloadRequest,
  { baseFailure, headFailure, trials }: BothSides,
  head: Prepared | undefined,
): Promise<Diagnosis | null> {
  if (head?.instrumentation.diagnosticEnv === undefined || headFailure !== null || baseFailure !== null)
    return null
  // A program that makes its rounds itself may take as long as it likes.
  const goal = request.workload.form === 'run' ? null : request.goal(trials)
  if (goal === null) return null
  const number = trials.filter((trial) => trial.side === 'head').length + 1
  const trial = {
    ...common(request, request.head, 'confirm'),
    ...head,
    ...keeping(request, 'diagnostic-run'),
    goal,
    number,
    stage: 'confirm' as const,
  }
  return await unlessInterrupted(request.signal, () => runDiagnostic(trial))
}

/** Later trials of head are there because the second one left something open. */
function clearing({ isClear, rounds }: WorkloadRequest, { side }: Revision, number: number) {
  if (side !== 'head' || number !== 2 || isClear === undefined) return undefined
  return { rounds: rounds('first'), isClear }
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

/** A trial that is measured anew leaves its profiles beside those of the first. */
function keeping({ keepProfiles, workload }: WorkloadRequest, name: string): { readonly keep?: string } {
  return keepProfiles === undefined ? {} : { keep: join(keepProfiles, workload.name, name) }
}

function common(request: WorkloadRequest, revision: Revision, stage: Stage) {
  const { workload, workloadHash, repeats, runtime, head, log, signal } = request
  const rounds = request.rounds(stage)
  const headDirectory = head.directory
  return { workload, workloadHash, repeats, runtime, revision, headDirectory, rounds, log, signal }
}
