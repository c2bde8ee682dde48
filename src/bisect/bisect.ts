import { createHash } from 'node:crypto'
import { firstParent as firstParentOf } from '../checkout/commits/ancestry.ts'
import { resolveCommit } from '../checkout/commits/resolve.ts'
import { askGit, git, type Repository } from '../checkout/git/git.ts'
import type { Config } from '../configure/config.ts'
import { workloadHash } from '../configure/load.ts'
import { InconclusiveError, UserError } from '../errors.ts'
import { contextOf } from '../report/narrative/context.ts'
import { sight } from '../report/narrative/sight.ts'
import type { Result } from '../report/result.ts'
import { version } from '../version.ts'
import { type Next, nextOf, type Question } from './candidates.ts'
import { withDriver } from './same-driver.ts'
import { standingOf, suspectOf } from './standing.ts'
import { forgetState, readState, type Standing, type Suspect, statePath, writeState } from './state.ts'

export interface BisectRequest {
  readonly repository: Repository
  readonly config: Config
  readonly good: string
  readonly bad: string
  readonly firstParent: boolean
  readonly restart: boolean
  /** Measures one comparison and judges it; `verdict`: nobody will read who holds what leaks. */
  readonly measure: (config: Config, base: string | null, head: string, wanted: Wanted) => Promise<Result>
  readonly signal: AbortSignal
  /** Tells a person how far it is. */
  readonly tell: (line: string) => void
}

export type Wanted = 'verdict' | 'finding'

export type Found =
  /** `result` is of the commit against its parent: the finding, with that commit's own lines. */
  | { readonly kind: 'found'; readonly sha: string; readonly result: Result }
  | { readonly kind: 'among'; readonly commits: readonly string[] }

/**
 * The commit between GOOD and BAD that brought a leak in. What is found on the way is kept, so that the same
 * call goes on where another was stopped. Throws UserError when GOOD and BAD are none.
 */
export async function bisect(request: BisectRequest): Promise<Found> {
  const { repository } = request
  const question = await questionOf(request)
  const path = await statePath(repository)
  if (request.restart) await forgetState(path)
  let state = await readState(path, identityOf(request, question))
  if (state.known.length > 0) request.tell(goingOn(state.known.length))
  const suspect = state.suspect ?? (await endsOf(request, question))
  state = { ...state, suspect }
  await writeState(path, state)
  for (;;) {
    const next = await nextOf(repository, question, state)
    if (next.kind !== 'measure') {
      const found = await concluded(request, question, next)
      await forgetState(path)
      return found
    }
    const is = await measured(request, question, suspect, next)
    state = { ...state, known: [...state.known, { sha: next.sha, is }] }
    // Kept before it is told: whoever reads it may stop right then.
    await writeState(path, state)
    request.tell(`${await titleOf(request, next.sha)} is ${is}.`)
  }
}

const goingOn = (known: number): string =>
  `Going on: ${known} ${known === 1 ? 'commit is' : 'commits are'} known already.`

async function questionOf({ bad, firstParent, good, repository }: BisectRequest): Promise<Question> {
  const [older, newer] = [await resolveCommit(repository, good), await resolveCommit(repository, bad)]
  const isAncestor = await askGit(repository, ['merge-base', '--is-ancestor', older, newer])
  if (isAncestor === null || older === newer)
    throw new UserError(
      `\`${good}\` is not an ancestor of \`${bad}\``,
      'Give the good commit first, then a later one that descends from it; in a shallow clone, run git fetch --unshallow first.',
    )
  return { good: older, bad: newer, firstParent }
}

function identityOf({ config }: BisectRequest, question: Question): string {
  const workloads = config.workloads.map((workload) => [
    workload.name,
    workloadHash(workload),
    workload.budgets,
  ])
  const parts = [version, question, workloads]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** First of all GOOD has to be good and BAD bad; what leaks there is what is looked for. */
async function endsOf(request: BisectRequest, { bad, good }: Question): Promise<Suspect> {
  const { config, tell } = request
  tell(`Does BAD, ${await titleOf(request, bad)}, leak more than GOOD, ${await titleOf(request, good)}?`)
  const result = await request.measure(config, good, bad, 'verdict')
  const suspect = suspectOf(result)
  if (suspect !== null && result.verdict === 'fail') return suspect
  const reasons = [...result.reasons, ...result.workloads.flatMap((workload) => workload.reasons)]
  if (result.verdict === 'inconclusive')
    throw new InconclusiveError(
      'bisect-undecided',
      `BAD could not be judged beside GOOD: ${reasons[0]?.text ?? 'it stayed undecided.'}`,
      reasons[0]?.remedy ?? 'Raise `operations`, or choose commits further apart.',
    )
  const existing = result.workloads.some(({ findings }) =>
    findings.some(({ ruling }) => ruling === 'existing'),
  )
  throw existing
    ? new UserError('GOOD leaks as much as BAD does', 'Choose an older commit as GOOD.')
    : new UserError(
        `BAD does not leak: ${seenBy(result)} than at GOOD`,
        'Choose a later commit as BAD, or a workload that shows the leak.',
      )
}

/** No answer is silent about how far it saw. */
function seenBy(result: Result): string {
  const least = sight(result.workloads.map((workload) => contextOf(result, workload, {})))
  return least === null ? 'nothing grows more' : `nothing grows by ${least} more`
}

async function measured(
  request: BisectRequest,
  { bad, good }: Question,
  suspect: Suspect,
  { left, sha }: Extract<Next, { kind: 'measure' }>,
): Promise<Standing> {
  const more = Math.ceil(Math.log2(left))
  request.tell(`${left} commits left, about ${more} more to measure. Now ${await titleOf(request, sha)}`)
  return await standingAt(request, configFor(request.config, suspect), suspect, { good, sha, bad })
}

/** A commit that cannot even be built says nothing, and others may. */
async function standingAt(
  { measure, repository, signal }: BisectRequest,
  config: Config,
  suspect: Suspect,
  { bad, good, sha }: { readonly good: string; readonly sha: string; readonly bad: string },
): Promise<Standing> {
  const driver = config.workloads.flatMap((workload) => workload.driver)
  try {
    const head = await withDriver(repository, sha, { driver, like: bad })
    return standingOf(await measure(config, good, head, 'verdict'), suspect)
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof UserError)) throw error
    return 'undecided'
  }
}

/** Fewest rounds that can be judged; a confirming trial has three times as many. */
const fewestRounds = 6

/** The workload that showed it alone, with as many rounds as it needs. */
function configFor(config: Config, { plain, workload }: Suspect): Config {
  const workloads = config.workloads.filter(({ name }) => name === workload)
  return {
    ...config,
    workloads: workloads.map((one) => ({
      ...one,
      changed: [],
      rounds: plain ? Math.min(fewestRounds, one.rounds) : one.rounds,
    })),
  }
}

/** Once more, against its own parent and with all rounds: the finding then names that commit's lines. */
async function concluded(
  { config, measure, repository, tell }: BisectRequest,
  { bad }: Question,
  next: Exclude<Next, { kind: 'measure' }>,
): Promise<Found> {
  if (next.kind === 'among') return next
  const parent = await firstParentOf(repository, next.sha)
  tell(`Found ${next.sha.slice(0, 12)}; once more, against its parent.`)
  const driver = config.workloads.flatMap((workload) => workload.driver)
  const head = await withDriver(repository, next.sha, { driver, like: bad })
  return { ...next, result: await measure(config, parent, head, 'finding') }
}

async function titleOf({ repository }: BisectRequest, sha: string): Promise<string> {
  return await git(repository, ['show', '--no-patch', '--format=%h (%s)', sha])
}
