import type { Finding } from '../judge/verdict.ts'
import type { DiagnosedRole, Diagnosis } from '../measure/diagnose/diagnostic-run.ts'
import type { Quantity } from '../profile/profile.ts'
import type { TaskStack } from '../runtimes/runtime.ts'
import type { TrialFrame } from '../trial/trial.ts'
import { changedLinesOf, isUntouched, type Leads } from './blame/blame.ts'
import type { ChangedLine, PullRequest } from './blame/changed-line.ts'
import { type ChangesOfHead, pullRequest } from './blame/pull-request.ts'
import { type CommonFrame, commonFramesOf, libraryCall, namesOf } from './common-frame.ts'
import { ancestryOf, behindStarter, creatorSeen } from './created.ts'
import { type NativeGrowth, nativeGrowth } from './native.ts'
import { type Opened, openedBy } from './opened.ts'
import { starterOf, starterOfPart } from './started.ts'
import { wholeStack } from './whole-stack.ts'

/** What a developer needs besides the figures. */
export interface Explanation {
  readonly holders: readonly Holder[]
  /** The one to open first. Empty: nothing that the pull request touches is known to lead to it. */
  readonly changedLines: readonly ChangedLine[]
  /** It is certain that the pull request changes nothing of the functions that led to it. */
  readonly untouched?: boolean
  /** Who had its tasks created, where their creator only starts what others hand over. */
  readonly createdBy?: TrialFrame | null
  /**
   * Of tasks that run nothing but the runtime's library:
   * the innermost call of the project that had them started.
   */
  readonly startedBy?: TrialFrame | null
  /**
   * Of memory that hangs on functions, as on listeners or callbacks: the project's function of which most
   * are kept. It stands for who registered them, whoever allocated the rest.
   */
  readonly registeredBy?: TrialFrame | null
  /** The same of each part of the finding. */
  readonly partsStartedBy?: readonly (TrialFrame | null)[]
  /** Calls of the runtime's library by which it was made: they tell how to let go of it. */
  readonly through?: readonly string[]
  /** Of files, which have no stacks in a trial: by which call most of those were opened that stay. */
  readonly opened?: Opened | null
  /** Of what is kept beside the heap: what for the runtime took memory meanwhile. */
  readonly native?: NativeGrowth | null
  /**
   * Of memory, of which a trial told the innermost frame alone: the stack on which most of it was made.
   * Outermost frame first.
   */
  readonly whole?: readonly TrialFrame[] | null
}

/** Who keeps the growth alive, or what else made it: never called holding without evidence of holding. */
interface Holder {
  /** The call, or the chain of names from a root, that stands for it. */
  readonly path: string
  /** Of the growth, 0 to 1. */
  readonly share: number
  /** What on the chain grows, by its own name. */
  readonly collection?: string
  readonly why: 'holds' | 'made by the same operation'
}

export interface ExplainRequest extends ChangesOfHead {
  /** null: none was taken, and nobody knows who holds anything. */
  readonly diagnosis: Diagnosis | null
  readonly taskStack: TaskStack
}

export interface Explainer {
  /** Whether a frame of head stands on a line that the pull request changes. */
  readonly changed: (frame: TrialFrame) => boolean
  readonly explain: (finding: Finding) => Explanation
}

/**
 * Explains findings by what the diagnostic run of the red head showed, and by what the pull request changes.
 * Reads the changed files of head.
 */
export async function explainer(request: ExplainRequest): Promise<Explainer> {
  const pull = await pullRequest(request)
  const roles = new Map(
    (request.diagnosis?.roles ?? []).map((role) => [role.name, { role, commonFrames: commonFramesOf(role) }]),
  )
  return {
    changed: pull.changed,
    explain: (finding) => explainOne(pull, finding, roles.get(finding.role), request.taskStack),
  }
}

/** Of these a total does not say yet what for. */
const besideHeap: readonly Quantity[] = ['rss-bytes', 'classes']

interface SeenRole {
  readonly role: DiagnosedRole
  readonly commonFrames: ReadonlyMap<string, CommonFrame>
}

function explainOne(
  pull: PullRequest,
  finding: Finding,
  seen: SeenRole | undefined,
  taskStack: TaskStack,
): Explanation {
  const tasks = finding.quantity === 'tasks' && finding.site !== null ? namesOf(finding.site.stack) : ''
  const common = seen?.commonFrames.get(tasks) ?? null
  const startedBy = seen === undefined ? null : starterOf(seen.role, tasks)
  const opened = finding.quantity === 'files' && seen !== undefined ? openedBy(seen.role) : null
  const whole = seen === undefined ? null : wholeStack(seen.role, finding)
  const registeredBy = registeredFor(finding, seen?.role.retainers ?? [])
  const partsStartedBy = finding.parts.map((part) =>
    seen === undefined || part.role !== finding.role ? null : starterOfPart(seen.role, part, part.culprit),
  )
  const held = common && { path: common.frame.function, share: common.share }
  const made = held === null ? [] : [{ ...held, why: 'made by the same operation' as const }]
  const holders = retained(finding, seen?.role.retainers ?? [])
  const leads: Leads = {
    frames: [
      registeredBy,
      startedBy,
      common?.frame ?? null,
      ...partsStartedBy,
      ...(whole ?? []).toReversed(),
      ...openingFrames(opened),
    ].filter((frame) => frame !== null),
    ancestry: seen === undefined ? [] : ancestryOfAll(seen.role, finding, tasks),
    holders: holders.map(({ path }) => path),
  }
  return {
    holders: [...holders, ...made],
    changedLines: changedLinesOf(pull, finding, leads),
    untouched: isUntouched(pull, finding, leads),
    createdBy:
      seen === undefined
        ? null
        : (behindStarter(seen.role, finding) ?? creatorSeen(seen.role, finding, taskStack)),
    startedBy,
    registeredBy,
    partsStartedBy,
    opened,
    native: seen !== undefined && besideHeap.includes(finding.quantity) ? nativeGrowth(seen.role) : null,
    whole,
    through: common?.through ?? callsOf(opened) ?? librariesOf(finding),
  }
}

/** Of the tasks of a finding, and of tasks that are a part of it. */
function ancestryOfAll(role: DiagnosedRole, { parts, role: name }: Finding, tasks: string) {
  const sites = parts.flatMap(({ culprit, quantity, role: of }) =>
    quantity === 'tasks' && of === name && culprit !== null ? [culprit.site] : [],
  )
  return [...ancestryOf(role, { names: tasks }), ...sites.flatMap((site) => ancestryOf(role, { site }))]
}

const openingFrames = (opened: Opened | null): readonly TrialFrame[] =>
  opened === null ? [] : [opened.culprit, ...opened.stack.toReversed()]

/** Holders of a smaller part of what is new may hold anything but the leak. */
const leastHeld = 0.25

function retained(
  { quantity, ruling, site, types: grown = [] }: Finding,
  retainers: DiagnosedRole['retainers'],
): readonly Holder[] {
  if (ruling !== 'leak' && ruling !== 'worse') return []
  if (quantity === 'files' || quantity === 'classes')
    return retainers.flatMap(({ [quantity]: share = 0, path }) => holding(path, share))
  if (quantity === 'instances') return ofTypes([site?.names.at(-1) ?? ''], retainers)
  // It hangs on objects that are few bytes themselves.
  const byType = quantity === 'external-bytes' ? ofTypes(grown, retainers) : []
  if (byType.length > 0) return byType
  // What a heap holds explains no count of threads.
  if (!/^(?:tasks|heap-.*|external-bytes)$/.test(quantity)) return []
  return retainers
    .filter(({ share }) => share >= leastHeld)
    .map(({ classes, files, registered, types, ...holder }) => ({ ...holder, why: 'holds' }))
}

/** Who holds most of the new objects of these types, most first. */
function ofTypes(wanted: readonly string[], retainers: DiagnosedRole['retainers']): readonly Holder[] {
  return retainers
    .flatMap(({ path, types = {} }) => holding(path, Math.max(0, ...wanted.map((type) => types[type] ?? 0))))
    .toSorted((a, b) => b.share - a.share)
}

const holding = (path: string, share: number): readonly Holder[] =>
  share >= leastHeld ? [{ path, share, why: 'holds' }] : []

/** What is held less than that much may be registered by anybody. */
const mostlyHeld = 0.5

function registeredFor(finding: Finding, retainers: DiagnosedRole['retainers']): TrialFrame | null {
  if (!finding.quantity.startsWith('heap-') || retained(finding, retainers).length === 0) return null
  const [first] = retainers
  const frame = first !== undefined && first.share >= mostlyHeld ? (first.registered ?? null) : null
  return frame?.location.origin === 'project' ? frame : null
}

function callsOf(opened: Opened | null): readonly string[] | null {
  const call = opened === null ? null : libraryCall(opened.stack)
  return call === null ? null : [call]
}

const librariesOf = ({ kin = [], quantity, site }: Finding): readonly string[] =>
  quantity === 'tasks'
    ? []
    : [...new Set([site?.stack ?? [], ...kin].flatMap((stack) => libraryCall(stack) ?? []))]
