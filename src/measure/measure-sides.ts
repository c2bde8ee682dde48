import type { Revision, Side } from '../checkout/revision.ts'
import type { Stage } from '../runtimes/runtime.ts'
import { type BothSides, blame, type Note } from '../trial/both-sides.ts'
import type { Reason, Trial } from '../trial/trial.ts'
import { isFinal } from './ready/final.ts'

export interface BothSidesRequest {
  /** null: base does not contain the workload. */
  readonly base: Revision | null
  readonly head: Revision
  /** Measure this side alone; the other is measured elsewhere. */
  readonly only?: Side | undefined
  /** Measure the trial of this number alone; the others are measured elsewhere. */
  readonly onlyTrial?: number | undefined
  /** Base is neither set up nor measured unless the first trial of head calls for more. */
  readonly baseWhenNeeded?: boolean
  /** Base's first trial as an earlier run has measured it: enough to clear head, never to accuse it. */
  readonly cachedBase?: Trial | null | undefined
  /** Runs a side's set-up; rejects with what a person can act on. */
  readonly setUp: (revision: Revision) => Promise<void>
  /**
   * One fresh start. A trial with failures is thrown away and measured anew, once. `abandoned`: nobody waits
   * for it any more.
   */
  readonly trial: (
    revision: Revision,
    number: number,
    stage: Stage,
    abandoned?: AbortSignal,
  ) => Promise<Trial>
  /** What the trials so far call for. */
  readonly next: (trials: readonly Trial[]) => 'confirm' | 'done'
  /**
   * Whether base, driven as long as head's newest trial, might change what the trials say. Left out: always.
   */
  readonly baseMatters?: (trials: readonly Trial[]) => boolean
  /** Whether it will, by the first trials. */
  readonly baseMayMatter?: (trials: readonly Trial[]) => boolean
  /** Whether there is room for two trials at once. Left out: never. */
  readonly hasRoom?: () => boolean
  /** Turns what was thrown into a reason; rethrows our own bugs and aborts. */
  readonly reasonOf: (error: unknown) => Reason
}

/**
 * Measures base and head, interleaved, until `next` says done; of confirming trials head's first, and base's
 * where it matters. Base only excuses: when it cannot be set up or measured, head is still measured once, and
 * only a head that grows makes that a reason.
 */
export async function measureBothSides(request: BothSidesRequest): Promise<BothSides> {
  const progress: Progress = { trials: [], notes: [], tried: new Set(), failures: { head: null, base: null } }
  if ((await beginning(request, progress)) === 'more') await measureInTurn(request, progress)
  const { notes, tried, failures } = progress
  const trials = progress.trials.toSorted((a, b) => a.number - b.number || a.side.localeCompare(b.side))
  const headFailure = failures.head && blame(failures.head, failures.base, tried.has('base'))
  return { trials, notes, headFailure, baseFailure: failures.base }
}

/** What grows while both sides are measured. */
interface Progress {
  readonly trials: Trial[]
  readonly notes: Note[]
  /** Sides that were set up, or should have been. */
  readonly tried: Set<Side>
  readonly failures: Record<Side, Reason | null>
}

type Outlook = 'more' | 'done'

async function setUpSides(request: BothSidesRequest, progress: Progress): Promise<Outlook> {
  for (const revision of sidesOf(request).toReversed()) await setUp(request, revision, progress)
  return progress.failures[request.only ?? 'head'] === null ? 'more' : 'done'
}

async function beginning(request: BothSidesRequest, progress: Progress): Promise<Outlook> {
  const { base, baseWhenNeeded, only, onlyTrial } = request
  if (onlyTrial !== undefined) {
    for (const revision of sidesOf(request)) await begin(request, revision, progress, onlyTrial)
    return 'done'
  }
  const headDecides = baseWhenNeeded || Boolean(request.cachedBase)
  if (headDecides && base !== null && only === undefined) return await headFirst(request, base, progress)
  return await setUpSides(request, progress)
}

/** Base is paid for only when head alone calls for it. */
async function headFirst(request: BothSidesRequest, base: Revision, progress: Progress): Promise<Outlook> {
  await begin(request, request.head, progress)
  if (progress.failures.head !== null) return 'done'
  if (cachedClears(request, progress)) return 'done'
  if (request.baseWhenNeeded && request.next(progress.trials) === 'done') {
    progress.notes.push(notNeeded)
    return 'done'
  }
  await begin(request, base, progress)
  return outlook(request, progress)
}

async function setUp(request: BothSidesRequest, revision: Revision, progress: Progress): Promise<void> {
  progress.tried.add(revision.side)
  progress.failures[revision.side] = await setUpFailure(request, revision)
}

/** The cached trial stands beside head's only when it has cleared it; else base is measured in this run. */
function cachedClears({ cachedBase, next }: BothSidesRequest, { trials }: Progress): boolean {
  if (!cachedBase || next([cachedBase, ...trials]) !== 'done') return false
  trials.unshift(cachedBase)
  return true
}

async function begin(
  request: BothSidesRequest,
  revision: Revision,
  progress: Progress,
  number = 1,
): Promise<void> {
  await setUp(request, revision, progress)
  await measure(request, revision, number, progress)
}

async function measureInTurn(request: BothSidesRequest, progress: Progress): Promise<void> {
  let number = progress.trials.length > 0 ? 2 : 1
  do {
    if (number > 1 && request.only === undefined) await confirm(request, number, progress)
    else if (sidesOf(request).length === 2 && request.hasRoom?.()) await bothAtOnce(request, number, progress)
    else for (const revision of sidesOf(request)) await measure(request, revision, number, progress)
    number++
  } while (outlook(request, progress) === 'more')
}

async function confirm(request: BothSidesRequest, number: number, progress: Progress): Promise<void> {
  const { base, baseMatters, baseMayMatter, hasRoom, head } = request
  if (base !== null && hasRoom?.() && baseMayMatter?.(progress.trials))
    return await bothAtOnce(request, number, progress)
  await measure(request, head, number, progress)
  if (base === null || progress.failures.head !== null || baseMatters?.(progress.trials) === false) return
  await measure(request, base, number, progress)
}

/**
 * Base beside head, as far as it is wanted. What stood in the way of the other is measured anew, alone, as if
 * it had not been tried.
 */
async function bothAtOnce(request: BothSidesRequest, number: number, progress: Progress): Promise<void> {
  const { base, baseMatters, head } = request
  if (base === null) return
  const abandoned = new AbortController()
  const ofBase = request.trial(base, number, stageOf(number), abandoned.signal)
  // Who waits for it comes later.
  ofBase.catch(() => {})
  try {
    const ofHead = await request.trial(head, number, stageOf(number))
    if (ofHead.failures.length === 0) progress.trials.push(ofHead)
    const wanted = number === 1 || ofHead.failures.length > 0 || baseMatters?.(progress.trials) !== false
    if (!wanted) return
    const measured = await ofBase
    if (ofHead.failures.length > 0) await measure(request, head, number, progress)
    if (measured.failures.length > 0) await measure(request, base, number, progress)
    else progress.trials.push(measured)
  } finally {
    abandoned.abort()
    await ofBase.catch(() => {})
  }
}

const stageOf = (number: number): Stage => (number === 1 ? 'first' : 'confirm')

const outlook = (request: BothSidesRequest, { failures, trials }: Progress): Outlook =>
  failures.head !== null || failures.base !== null || request.next(trials) === 'done' ? 'done' : 'more'

async function measure(
  request: BothSidesRequest,
  revision: Revision,
  number: number,
  { trials, notes, failures }: Progress,
): Promise<void> {
  if (failures[revision.side] !== null) return
  const { trial, repeated } = await twice(request, revision, number, stageOf(number))
  if (repeated !== null) notes.push(repeated)
  const failure = trial.failures[0]
  if (failure === undefined) trials.push(trial)
  else failures[revision.side] = onSide(revision.side, 'trial', failure)
}

const notNeeded: Note = {
  code: 'base-not-needed',
  text: 'Base was not measured: head alone does not grow (`measure-base: when-needed`).',
}

/** Head first: what grew there is watched while base is measured. */
const sidesOf = ({ base, head, only }: BothSidesRequest): Revision[] =>
  (base === null ? [head] : [head, base]).filter(({ side }) => only === undefined || side === only)

async function setUpFailure(request: BothSidesRequest, revision: Revision): Promise<Reason | null> {
  try {
    await request.setUp(revision)
    return null
  } catch (error) {
    return onSide(revision.side, 'setup', request.reasonOf(error))
  }
}

interface Twice {
  readonly trial: Trial
  readonly repeated: Note | null
}

async function twice(
  request: BothSidesRequest,
  revision: Revision,
  number: number,
  stage: Stage,
): Promise<Twice> {
  const trial = await request.trial(revision, number, stage)
  const failure = trial.failures[0]
  if (failure === undefined || isFinal(failure.code)) return { trial, repeated: null }
  const text = `Trial ${number} of ${revision.side} was thrown away and measured again: ${failure.text}`
  return { trial: await request.trial(revision, number, stage), repeated: { code: 'trial-repeated', text } }
}

const onSide = (side: Side, step: 'setup' | 'trial', reason: Reason): Reason => ({
  ...reason,
  code: `${side}-${step}-${reason.code}`,
  text: `On ${side}: ${reason.text}`,
})
