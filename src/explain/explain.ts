import type { FileChange } from '../checkout/changes/changes.ts'
import type { Finding } from '../judge/verdict.ts'
import type { DiagnosedRole, Diagnosis } from '../measure/diagnose/diagnostic-run.ts'
import type { SourceFiles } from '../runtimes/source.ts'
import type { TrialFrame } from '../trial/trial.ts'
import { type ChangedLine, changedLinesOf } from './blame.ts'
import { changedLines } from './changed-lines.ts'
import { commonFramesOf, libraryCall, namesOf } from './common-frame.ts'
import { dependencyLines } from './dependency-lines.ts'
import { generatedFiles } from './generated.ts'
import { type Opened, openedBy } from './opened.ts'
import { packagesCalled } from './packages-called.ts'
import { starterOf, starterOfPart } from './started.ts'
import { wholeStack } from './whole-stack.ts'

/** What a developer needs besides the figures. */
export interface Explanation {
  readonly holders: readonly Holder[]
  /** The one to open first. Empty: the pull request touches nothing of it. */
  readonly changedLines: readonly ChangedLine[]
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
  readonly why: 'holds' | 'made by the same operation'
}

export interface ExplainRequest {
  /** null: none was taken, and nobody knows who holds anything. */
  readonly diagnosis: Diagnosis | null
  readonly changes: readonly FileChange[]
  /** Absolute root of head's worktree. */
  readonly head: string
  /** What head's files tell whoever knows its language. */
  readonly source: Pick<SourceFiles, 'dependencyFiles' | 'generated' | 'installedPackages' | 'packagesUsed'>
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
  const { changes, diagnosis, head, source } = request
  const changed = changedLines(changes)
  const pull = {
    changes,
    changed,
    dependencies: await dependencyLines(source, changes, head),
    packagesCalled: packagesCalled(source, head),
    generated: await generatedFiles(source.generated, changes, head),
  }
  const roles = new Map(
    (diagnosis?.roles ?? []).map((role) => [role.name, { role, commonFrames: commonFramesOf(role) }]),
  )
  return {
    changed,
    explain: (finding) => {
      const tasks = finding.quantity === 'tasks' && finding.site !== null ? namesOf(finding.site.stack) : ''
      const seen = roles.get(finding.role)
      const common = seen?.commonFrames.get(tasks) ?? null
      const startedBy = seen === undefined ? null : starterOf(seen.role, tasks)
      const opened = finding.quantity === 'files' && seen !== undefined ? openedBy(seen.role) : null
      const whole = seen === undefined ? null : wholeStack(seen.role, finding)
      const registeredBy = registeredFor(finding, seen?.role.retainers ?? [])
      const partsStartedBy = finding.parts.map((part) =>
        seen === undefined || part.role !== finding.role
          ? null
          : starterOfPart(seen.role, part, part.culprit),
      )
      const held = common && { path: common.frame.function, share: common.share }
      const made = held === null ? [] : [{ ...held, why: 'made by the same operation' as const }]
      return {
        holders: [...retained(finding, seen?.role.retainers ?? []), ...made],
        changedLines: changedLinesOf(
          pull,
          finding,
          [
            registeredBy,
            startedBy,
            common?.frame ?? null,
            ...partsStartedBy,
            ...(whole ?? []).toReversed(),
            ...openingFrames(opened),
          ].filter((frame) => frame !== null),
        ),
        startedBy,
        registeredBy,
        partsStartedBy,
        opened,
        whole,
        through: common?.through ?? callsOf(opened) ?? librariesOf(finding),
      }
    },
  }
}

const openingFrames = (opened: Opened | null): readonly TrialFrame[] =>
  opened === null ? [] : [opened.culprit, ...opened.stack.toReversed()]

/** Holders of a smaller part of what is new may hold anything but the leak. */
const leastHeld = 0.25

function retained({ ruling, quantity }: Finding, retainers: DiagnosedRole['retainers']): readonly Holder[] {
  if (ruling !== 'leak' && ruling !== 'worse') return []
  // What a heap holds explains no count of files or threads.
  if (!/^(?:tasks|heap-.*|external-bytes)$/.test(quantity)) return []
  return retainers
    .filter(({ share }) => share >= leastHeld)
    .map(({ path, share }) => ({ path, share, why: 'holds' }))
}

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
