import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { BothSides } from '../trial/both-sides.ts'
import type { Diagnosis } from './diagnose/diagnostic-run.ts'
import { reasonOf } from './failure.ts'
import { mayLiveTwice } from './lingering.ts'
import { diagnose, endLingering, leaveEarly, measureOne, prepare, type Run } from './one-trial.ts'
import { hasRoomForTwo } from './room.ts'
import { measureBothSides } from './sides/measure-sides.ts'
import type { WorkloadRequest } from './workload-request.ts'

export interface Measured extends BothSides {
  /** null: not red, or a runtime that has nothing more to show. */
  readonly diagnosis: Diagnosis | null
}

/**
 * Sets up and measures one workload on both sides, and explains a red head; what set-ups left running is
 * ended. Rejects when aborted.
 */
export async function measureWorkload(request: WorkloadRequest): Promise<Measured> {
  const { head, workload } = request
  const run: Run = {
    request,
    prepared: new Map(),
    trials: [],
    lingering: null,
    diagnosis: null,
    early: null,
    left: new Map(),
    narrowed: false,
    livesTwice: mayLiveTwice(workload, join(head.directory, workload.directory)),
    room: { cores: request.cores ?? availableParallelism(), share: null, memory: 'enough' },
  }
  try {
    const sides = await measureBothSides({
      base: request.base,
      head: request.head,
      only: request.only,
      onlyTrial: request.onlyTrial,
      cachedBase: request.cachedBase,
      baseWhenNeeded: request.workload.measureBase === 'when-needed',
      setUp: async (revision) => void run.prepared.set(revision.side, await prepare(request, revision)),
      trial: async (revision, number, stage, abandoned) => {
        const trial = await measureOne(run, revision, { number, stage, abandoned })
        request.signal.throwIfAborted()
        if (trial.failures.length > 0) return trial
        run.trials.push(trial)
        return await request.keep(trial)
      },
      next: request.next,
      ...(request.baseMatters && { baseMatters: request.baseMatters }),
      ...(request.baseMayMatter && { baseMayMatter: request.baseMayMatter }),
      ...(request.ahead && { ahead: request.ahead }),
      ...(request.fits && { fits: request.fits }),
      hasRoom: () => run.livesTwice && hasRoomForTwo(run.room),
      reasonOf: (error) => {
        request.signal.throwIfAborted()
        return reasonOf(error, request.log)
      },
    })
    await endLingering(run)
    return { ...sides, diagnosis: await diagnoseHead(run, sides) }
  } finally {
    await leaveEarly(run)
    await endLingering(run)
    for (const side of run.prepared.values()) await side.leftRunning[Symbol.asyncDispose]()
  }
}

async function diagnoseHead(
  run: Run,
  { baseFailure, headFailure, trials }: BothSides,
): Promise<Diagnosis | null> {
  const { early, request } = run
  const instrumentation = run.prepared.get('head')?.instrumentation
  if (instrumentation?.diagnosticEnv === undefined || headFailure !== null || baseFailure !== null)
    return null
  // A program that makes its rounds itself may take as long as it likes.
  const search = request.workload.form === 'run' ? null : request.goal(trials)
  if (search === null) return null
  if (search.of === 'living' && run.diagnosis !== null) return run.diagnosis
  const taken = early?.goal === search.goal ? await early.diagnosis : null
  if (taken !== null && taken.failure === null) return taken
  return await diagnose(run, search.goal, request.signal)
}
