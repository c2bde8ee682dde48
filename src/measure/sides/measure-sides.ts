import type { Revision } from '../../checkout/revision.ts'
import { type BothSides, blame, type Note } from '../../trial/both-sides.ts'
import type { Reason } from '../../trial/trial.ts'
import { measure, measureBaseFirst, measureInTurn } from './in-turn.ts'
import { type BothSidesRequest, type Outlook, onSide, outlook, type Progress, sidesOf } from './progress.ts'

/**
 * Measures base and head, interleaved, until `next` says done; of confirming trials head's first, and base's
 * where it matters. Base only excuses: when it cannot be set up or measured,
 * head is measured and confirmed alone, and only a head that grows makes that a reason.
 */
export async function measureBothSides(request: BothSidesRequest): Promise<BothSides> {
  const progress: Progress = {
    trials: [],
    notes: [],
    tried: new Set(),
    failures: { head: null, base: null },
    ahead: null,
  }
  try {
    if ((await beginning(request, progress)) === 'more') await measureInTurn(request, progress)
  } finally {
    await progress.ahead?.leave()
  }
  const { notes, tried, failures } = progress
  const trials = progress.trials.toSorted((a, b) => a.number - b.number || a.side.localeCompare(b.side))
  const headFailure = failures.head && blame(failures.head, failures.base, tried.has('base'))
  return { trials, notes, headFailure, baseFailure: failures.base }
}

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
  await setUp(request, base, progress)
  await measureBaseFirst(request, base, progress)
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

const notNeeded: Note = {
  code: 'base-not-needed',
  text: 'Base was not measured: head alone does not grow (`measure-base: when-needed`).',
}

async function setUpFailure(request: BothSidesRequest, revision: Revision): Promise<Reason | null> {
  try {
    await request.setUp(revision)
    return null
  } catch (error) {
    return onSide(revision.side, 'setup', request.reasonOf(error))
  }
}
