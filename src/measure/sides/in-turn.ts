import type { Revision } from '../../checkout/revision.ts'
import type { Note } from '../../trial/both-sides.ts'
import type { Trial } from '../../trial/trial.ts'
import { isFinal } from '../ready/final.ts'
import {
  type BothSidesRequest,
  onSide,
  outlook,
  type Progress,
  type Running,
  sidesOf,
  stageOf,
} from './progress.ts'

export async function measureInTurn(request: BothSidesRequest, progress: Progress): Promise<void> {
  let number = progress.trials.length > 0 ? 2 : 1
  do {
    if (number > 1 && request.only === undefined) await confirm(request, number, progress)
    else if (sidesOf(request).length === 2 && request.hasRoom?.()) await bothAtOnce(request, number, progress)
    else await oneByOne(request, number, progress)
    number++
  } while (outlook(request, progress) === 'more')
}

async function oneByOne(request: BothSidesRequest, number: number, progress: Progress): Promise<void> {
  for (const revision of sidesOf(request)) {
    const beside = revision.side === 'base' && request.only === undefined
    if (beside) await measureBaseFirst(request, revision, progress)
    else await measure(request, revision, number, progress)
  }
}

/** A head that grows by itself is confirmed beside it, which cannot be for nothing unless base grows too. */
export async function measureBaseFirst(
  request: BothSidesRequest,
  base: Revision,
  progress: Progress,
): Promise<void> {
  const { ahead, fits, hasRoom, head } = request
  const { failures, trials } = progress
  const isFree = failures.head === null && failures.base === null && hasRoom?.() === true
  if (isFree && ahead?.(trials) === true) progress.ahead = begun(request, head, 2)
  await measure(request, base, 1, progress)
  if (progress.ahead === null || fits?.(trials) !== false) return
  await progress.ahead.leave()
  progress.ahead = null
}

async function confirm(request: BothSidesRequest, number: number, progress: Progress): Promise<void> {
  const { baseMatters, baseMayMatter, hasRoom, head } = request
  const { ahead, failures } = progress
  const base = failures.base === null ? request.base : null
  progress.ahead = null
  if (base !== null && hasRoom?.() && baseMayMatter?.(progress.trials))
    return await bothAtOnce(request, number, progress, ahead)
  await measure(request, head, number, progress, ahead)
  if (base === null || failures.head !== null || baseMatters?.(progress.trials) === false) return
  await measure(request, base, number, progress)
}

/**
 * Base beside head, as far as it is wanted. What stood in the way of the other is measured anew, alone, as if
 * it had not been tried.
 */
async function bothAtOnce(
  request: BothSidesRequest,
  number: number,
  progress: Progress,
  ahead: Running | null = null,
): Promise<void> {
  const { base, baseMatters, head } = request
  if (base === null) return
  const ofBase = begun(request, base, number)
  try {
    const ofHead = await (ahead?.trial ?? request.trial(head, number, stageOf(number)))
    if (ofHead.failures.length === 0) progress.trials.push(ofHead)
    const wanted = number === 1 || ofHead.failures.length > 0 || baseMatters?.(progress.trials) !== false
    if (!wanted) return
    const measured = await ofBase.trial
    if (ofHead.failures.length > 0) await measure(request, head, number, progress)
    if (measured.failures.length > 0) await measure(request, base, number, progress)
    else progress.trials.push(measured)
  } finally {
    await ofBase.leave()
  }
}

function begun(request: BothSidesRequest, revision: Revision, number: number): Running {
  const abandoned = new AbortController()
  const trial = request.trial(revision, number, stageOf(number), abandoned.signal)
  // Who waits for it comes later.
  trial.catch(() => {})
  const leave = async (): Promise<void> => {
    abandoned.abort()
    await trial.catch(() => {})
  }
  return { trial, leave }
}

export async function measure(
  request: BothSidesRequest,
  revision: Revision,
  number: number,
  { trials, notes, failures }: Progress,
  ahead: Running | null = null,
): Promise<void> {
  if (failures[revision.side] !== null) return
  const { trial, repeated } = await twice(request, revision, number, ahead)
  if (repeated !== null) notes.push(repeated)
  const failure = trial.failures[0]
  if (failure === undefined) trials.push(trial)
  else failures[revision.side] = onSide(revision.side, 'trial', failure)
}

interface Twice {
  readonly trial: Trial
  readonly repeated: Note | null
}

async function twice(
  request: BothSidesRequest,
  revision: Revision,
  number: number,
  ahead: Running | null,
): Promise<Twice> {
  const stage = stageOf(number)
  const trial = await (ahead?.trial ?? request.trial(revision, number, stage))
  const failure = trial.failures[0]
  if (failure === undefined || isFinal(failure.code)) return { trial, repeated: null }
  const text = `Trial ${number} of ${revision.side} was thrown away and measured again: ${failure.text}`
  return { trial: await request.trial(revision, number, stage), repeated: { code: 'trial-repeated', text } }
}
