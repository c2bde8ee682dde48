import type { FindingResult } from '../../result.ts'
import type { Context } from '../context.ts'
import { culpritOf, functionName, inlinesOf, placeOf } from '../context.ts'
import type { Inline } from '../document.ts'
import { code, joined, strong } from '../document.ts'
import { called } from '../words.ts'
import { frequency } from './frequency.ts'
import { isOne, wholeOf } from './share.ts'

/** Of a task: who created it, and what it does now. */
export function created(context: Context, finding: FindingResult): readonly Inline[] {
  if (finding.quantity !== 'tasks') return []
  // Its starter was told where it stands.
  const isTold = context.words.taskStack === 'running' && isCreatedByStarter(finding)
  const origin = isTold ? [] : [...creatorOf(context, finding), ...askedBy(context, finding)]
  const now = waitOf(context, finding)
  if (origin.length === 0 && now.length === 0) return []
  const by = finding.advice?.proof?.by
  const proof =
    by === undefined ? [] : [' ', strong('Nothing can wake it'), ': ', ...inlinesOf(context, by), '.']
  return [...(isOne(context, finding) ? ofOne(origin, now) : ofMany(origin, now)), '.', ...proof]
}

function ofOne(origin: readonly Inline[], now: readonly Inline[]): readonly Inline[] {
  const was = origin.length === 0 ? [] : ['was created', ...origin, ...(now.length === 0 ? [] : [' and '])]
  return [' It ', ...was, ...now]
}

/** What a task does now is told of one of them: runtimes say it so. */
function ofMany(origin: readonly Inline[], now: readonly Inline[]): readonly Inline[] {
  if (origin.length === 0) return [' Each ', ...now]
  return [' They were created', ...origin, ...(now.length === 0 ? [] : [', and each ', ...now])]
}

function creatorOf(context: Context, { createdBy, creators }: FindingResult): readonly Inline[] {
  if (createdBy === null) return []
  const place = placeOf(createdBy, context)
  const more =
    creators.length > 1 ? [` and ${creators.length - 1} other${creators.length === 2 ? '' : 's'}`] : []
  if (createdBy.function === '') return place === null ? [] : [' at ', place, ...more]
  return [' by ', functionName(createdBy.function), ...(place === null ? [] : [' (', place, ')']), ...more]
}

/** Whether one call had all of them started, of which the stacks themselves say nothing. */
export const isCreatedByStarter = ({ createdBy, creators, startedBy }: FindingResult): boolean =>
  createdBy !== null && creators.length <= 1 && isSamePlace(startedBy, createdBy)

function askedBy(context: Context, { createdBy, startedBy }: FindingResult): readonly Inline[] {
  if (startedBy === undefined || createdBy === null || isSamePlace(startedBy, createdBy)) return []
  const place = placeOf(startedBy, context)
  return [' on behalf of ', functionName(startedBy.function), ...(place === null ? [] : [' (', place, ')'])]
}

/** Tasks beside those of the finding, of which one came with each. */
const asMany = ({ excess, own = excess, parts, quantity, role }: FindingResult) =>
  parts.filter(
    (part) =>
      quantity === 'tasks' &&
      part.quantity === quantity &&
      part.role === role &&
      Math.abs(part.perRound - own) <= 0.1 * Math.abs(own),
  )

/** Other tasks of which one stays with each of these. */
export function related(context: Context, finding: FindingResult): readonly Inline[] {
  const told = [...relatedTo(context.workload.findings, finding), ...asMany(finding)]
  const names = told.flatMap(({ function: name }) => (name === null ? [] : [[functionName(name)]]))
  if (names.length === 0) return []
  const alike = names.length > 1 && new Set(told.map(({ function: name }) => name)).size === 1
  return [
    alike
      ? ` With each of them, ${names.length} more stay behind in `
      : ' With each of them, one more stays behind in ',
    ...joined(alike ? names.slice(0, 1) : names),
    ...startersOf(context, finding, told),
    '.',
  ]
}

type Starter = FindingResult['startedBy']

/**
 * Whoever had all of them started may be the one to read first,
 * where the finding itself has another starter or none.
 */
function startersOf(
  context: Context,
  finding: FindingResult,
  told: readonly { readonly startedBy?: Starter }[],
): readonly Inline[] {
  const startedBy = told[0]?.startedBy
  if (startedBy === undefined || isSamePlace(startedBy, finding.startedBy)) return []
  if (!told.every((one) => isSamePlace(one.startedBy, startedBy))) return []
  const place = placeOf(startedBy, context)
  return [', started on behalf of ', functionName(startedBy.function), ...(place ? [' at ', place] : [])]
}

type Standing = Pick<NonNullable<Starter>, 'file' | 'line'> | undefined

const isSamePlace = (one: Standing, other: Standing): boolean =>
  one?.file === other?.file && one?.line === other?.line

/**
 * The innermost frame that is somebody's code, below the culprit: there a task waits, or there it was set up.
 */
function waitOf(context: Context, finding: FindingResult): readonly Inline[] {
  const { advice } = finding
  if (advice?.now !== undefined) return inlinesOf(context, advice.now)
  const from = culpritOf(context, finding)
  const inner = finding.stack.slice(from === null ? 0 : finding.stack.indexOf(from) + 1)
  const frame = inner.findLast((f) => f.inProject || f.inDependency)
  const state = advice?.proof?.state ?? finding.state
  const told = kindOf(context, finding, state)
  const who = frame === undefined ? [] : [functionName(frame.function)]
  return context.words.taskStack === 'creation' ? setUp(told, who) : waiting(told.slice(-1), who)
}

/** Nothing where its kind stands in the place of its name already. */
function kindOf(context: Context, finding: FindingResult, state: string | null): readonly Inline[] {
  const kind = finding.advice?.kind
  if (state === null) return []
  if (kind === undefined) return ['a ', code(state)]
  const { amount } = frequency(context, { quantity: finding.quantity, perRound: wholeOf(context, finding) })
  return called(amount, context.words, kind) === amount ? [kind] : []
}

function setUp(state: readonly Inline[], through: readonly Inline[]): readonly Inline[] {
  if (state.length === 0) return through.length === 0 ? [] : ['was set up through ', ...through]
  return ['is ', ...state, ...(through.length === 0 ? [] : [', set up through ', ...through])]
}

function waiting(state: readonly Inline[], inner: readonly Inline[]): readonly Inline[] {
  if (inner.length === 0) return state.length === 0 ? [] : ['waits: ', ...state]
  return ['waits in ', ...inner, ...(state.length === 0 ? [] : [' (', ...state, ')'])]
}

/**
 * Findings that one call of the project started together with `finding`:
 * the two loops of a connection are one leak.
 */
function relatedTo(findings: readonly FindingResult[], finding: FindingResult): readonly FindingResult[] {
  const key = keyOf(finding)
  return key === null ? [] : findings.filter((other) => other.id !== finding.id && keyOf(other) === key)
}

/** Each finding with all that are its related left out. */
export const withoutRelated = (findings: readonly FindingResult[]): readonly FindingResult[] =>
  findings.filter((finding, index) => {
    const key = keyOf(finding)
    return key === null || findings.findIndex((other) => keyOf(other) === key) === index
  })

function keyOf({ createdBy, quantity, role, ruling, startedBy }: FindingResult): string | null {
  if (startedBy === undefined || createdBy === null) return null
  const { file, function: name, line } = startedBy
  return [ruling, quantity, role, createdBy.function, name, file, line].join('\0')
}
