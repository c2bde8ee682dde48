import { debug } from '../debug.ts'
import type { Quantity } from '../profile/profile.ts'
import { hostOf } from '../trial/host.ts'
import type { Reason, Role, RoleTotal, Snapshot, Trial } from '../trial/trial.ts'
import { commandContextOf, reasonOf } from './failure.ts'
import { makeRounds } from './forms/make-rounds.ts'
import { type Folded, foldProfiles } from './profiles/fold.ts'
import { quantitiesOf } from './profiles/own-snapshot.ts'
import { writtenQuantities } from './profiles/written.ts'
import { assignRoles, type RoleAssignment } from './roles/assign.ts'
import type { Observation } from './rounds/observe.ts'
import { theProgram } from './rounds/repeat.ts'
import { assertAnswered } from './rounds/rounds.ts'
import { openSandbox } from './sandbox.ts'
import { locator, type TrialRequest } from './trial-request.ts'

type Note = Trial['notes'][number]

/**
 * One fresh start of the program, with warm-up and rounds; a confirming trial ends with an idle phase and a
 * drain. What a person can mend is told as a failure of the trial, beside all that was measured before it;
 * only our own bugs are thrown. Nothing is left running or on disk.
 */
export async function measureTrial(request: TrialRequest): Promise<Trial> {
  const began = performance.now()
  const taken: Taken = { began, observations: [], failures: [], notes: [] }
  const { observations, failures, notes } = taken
  const finished: { trial: Trial | null; notes: number } = { trial: null, notes: 0 }
  await using sandbox = await openSandbox(request)
  try {
    let rounds = request.rounds
    const enough = (round: number): boolean => {
      const { clears, onFirst } = request
      if (round === onFirst?.rounds) onFirst.tell(withoutSites(request, observations))
      if (round !== clears?.rounds || !clears.isClear(withoutSites(request, observations))) return false
      rounds = round
      return true
    }
    await makeRounds({
      request,
      sandbox,
      began,
      notes,
      enough,
      onObservation: (seen) => observations.push(seen),
      onRest: () => request.onRest?.(withoutSites(request, observations)),
      afterwards: async (living) => {
        if (request.afterwards === undefined) return
        const trial = await asTrial(request, taken)
        Object.assign(finished, { trial, notes: notes.length })
        await request.afterwards(trial, living)
      },
    })
    // Who writes profiles himself decides how many.
    if (!('files' in request.workload)) assertAnswered(observations, rounds)
  } catch (error) {
    failures.push(reasonOf(error, request.log, commandContextOf(request)))
  }
  const { trial } = finished
  if (trial === null || failures.length > 0) return await asTrial(request, taken)
  const later = notes.slice(finished.notes)
  return { ...trial, notes: [...trial.notes, ...later], seconds: secondsSince(began) }
}

const secondsSince = (began: number): number => (performance.now() - began) / 1000

/** What was seen so far of one trial. */
interface Taken {
  readonly began: number
  readonly observations: Observation[]
  readonly failures: Reason[]
  readonly notes: Note[]
}

async function asTrial(
  request: TrialRequest,
  { began, failures, notes, observations }: Taken,
): Promise<Trial> {
  // Who interrupts waits for the end, not for profiles of a trial that is thrown away.
  const seen = request.signal.aborted ? [] : observations.filter((o) => o.moment !== 'warm-up')
  const assigned = assignRoles(observations)
  for (const role of assigned.roles) debug('role', () => JSON.stringify(role))
  const folded = await foldProfiles(
    request.runtime,
    await locator(request),
    seen,
    assigned,
    ownOf(request) ?? request.runtime.profiled?.(request.stage),
  )
  return {
    ...identity(request),
    roles: assigned.roles.map((role) => withRepeat(request, role)),
    frames: folded.frames,
    sites: folded.sites,
    period: folded.period,
    ...snapshots(seen, assigned, folded),
    failures: [...failures, ...folded.failures],
    notes: [...assigned.notes, ...notes, ...profileNotes(request, folded)],
    seconds: secondsSince(began),
  }
}

/** The trial as it stands, of totals alone. */
function withoutSites(request: TrialRequest, observations: readonly Observation[]): Trial {
  const assigned = assignRoles(observations)
  const seen = observations.filter((o) => o.moment !== 'warm-up')
  const nothing: Folded = { frames: [], sites: [], period: 0, values: [], dropped: 0, failures: [] }
  return {
    ...identity(request),
    ...nothing,
    roles: assigned.roles.map((role) => withRepeat(request, role)),
    ...snapshots(seen, assigned, nothing),
    failures: [],
    notes: [],
    seconds: 0,
  }
}

function withRepeat({ repeats, workload }: TrialRequest, role: Role): Role {
  const times = repeats.of(workload.form === 'test' ? role.name : theProgram) ?? 1
  return times > 1 && workload.form !== 'run' ? { ...role, repeat: times } : role
}

/** What the user's own profiles tell; undefined: none are asked for. */
function ownOf({ workload }: TrialRequest): readonly Quantity[] | undefined {
  if (workload.form === 'run' && workload.files !== undefined) return writtenQuantities(workload.files)
  const snapshot = workload.form === 'server' ? workload.snapshot : undefined
  return snapshot === undefined ? undefined : quantitiesOf(snapshot)
}

function identity(request: TrialRequest) {
  const { number, revision, runtime, stage, versions, workload, workloadHash } = request
  const { how, sha, side } = revision
  return {
    workload: workload.name,
    workloadHash,
    side,
    number,
    stage,
    sha,
    how,
    runtime: runtime.name,
    versions,
    host: hostOf(),
  }
}

function snapshots(
  seen: readonly Observation[],
  assigned: RoleAssignment,
  folded: Folded,
): Pick<Trial, 'rounds' | 'drained' | 'idled'> {
  const all = seen.map((observation, index) => snapshotOf(observation, assigned, folded.values[index] ?? []))
  const at = (moment: Observation['moment']) => all.filter((_, index) => seen[index]?.moment === moment)
  const [idled] = at('idled')
  return {
    rounds: at('round'),
    ...(idled === undefined ? {} : { idled }),
    drained: at('drained')[0] ?? null,
  }
}

function snapshotOf(
  { elapsed, reading, settled }: Observation,
  assigned: RoleAssignment,
  sites: Snapshot['sites'],
): Snapshot {
  const totals = new Map<string, RoleTotal>()
  for (const { member, totals: figures } of reading) {
    const role = assigned.roleOf.get(member.named.key)
    if (role === undefined) continue
    for (const [quantity, value] of figures) {
      const key = `${role} ${quantity}`
      totals.set(key, { role, quantity, value: value + (totals.get(key)?.value ?? 0) })
    }
  }
  return { elapsed, settled, totals: [...totals.values()], sites }
}

function profileNotes(request: TrialRequest, { dropped, period }: Folded): readonly Note[] {
  const { profiles } = request.workload
  const coarse = request.runtime.ownProfiles?.coarse
  const own = ownOf(request)
  const notes: Note[] = []
  if (coarse && (profiles.length > 0 || own !== undefined) && period >= coarse.period) {
    const totals = own === undefined ? 'totals are exact' : 'a leak of tasks is seen whole'
    const text = `The program samples its heap every ${period} bytes: ${totals}, but where small growth comes from is less certain. ${coarse.remedy}`
    notes.push({ code: 'coarse-sampling', text })
  }
  const missing = (what: string, variable: string) =>
    'files' in request.workload ? `\`files\` names no ${what}` : `\`snapshot\` writes no ${variable}`
  if (own?.includes('tasks') === false)
    notes.push({
      code: 'snapshot-partial',
      text: `No tasks are judged: ${missing('tasks', '$LEAKDIFF_TASKS')}.`,
    })
  if (own?.includes('heap-bytes') === false)
    notes.push({
      code: 'snapshot-partial',
      text: `No heap is judged: ${missing('heap', '$LEAKDIFF_HEAP')}.`,
    })
  if (dropped > 0) notes.push({ code: 'sites-dropped', text: `The ${dropped} smallest sites were left out.` })
  return notes
}
