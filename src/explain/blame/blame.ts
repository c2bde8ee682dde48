import type { Finding } from '../../judge/verdict.ts'
import type { Quantity } from '../../profile/profile.ts'
import type { TrialFrame } from '../../trial/trial.ts'
import type { ChangedLine, PullRequest } from './changed-line.ts'
import { nearest, pathOf } from './changed-lines.ts'
import { type DependencyLine, lineOf } from './dependency-lines.ts'
import { alone, editLines, inOrder, lineOfEdit } from './edit-lines.ts'
import type { Edit } from './edits.ts'
import { inside, namingHolder, partsOf } from './related-edits.ts'

/** What leads from a finding to the pull request, beside its own stack. */
export interface Leads {
  /** Frames of who holds it, started it, opened it or made it, the nearest first. */
  readonly frames: readonly TrialFrame[]
  /** Frames of the calls that led to it, and to what grows with it, the innermost first. */
  readonly ancestry: readonly TrialFrame[]
  /** Names from a root to what grew. */
  readonly holders: readonly string[]
}

/**
 * The changed lines that a finding leads to, the one to open first: lines under its frames, then the line
 * that takes the package in which it leaks, then the same of what grows with it and of the calls that led to
 * it; then what names its holder; then what was taken out or rewritten in these functions and in what they
 * call; then what is new there. What was merely changed elsewhere says nothing, unless nothing else was.
 */
export function changedLinesOf(pull: PullRequest, finding: Finding, leads: Leads): readonly ChangedLine[] {
  const frames = framesOf(finding, leads.frames)
  const steps: readonly (() => readonly ChangedLine[])[] = [
    () => withCuts(pull, certainOf(pull, frames), [...frames, ...leads.ancestry]),
    () => partLines(pull, finding),
    () => certainOf(pull, leads.ancestry).map((line) => (line.package ? { ...line, started: true } : line)),
    () => calledOf(pull, frames),
    () => (frames.length === 0 && native.includes(finding.quantity) ? takenBy(pull) : []),
    () => holderLines(pull, leads.holders),
    () => editLines(pull, [...frames, ...leads.ancestry]),
    () => frames.flatMap((frame) => lineOfEdit(nearest(pull.edits, frame))).slice(0, 1),
    () => alone(pull),
  ]
  for (const step of steps) {
    const lines = step()
    if (lines.length > 0) return unique(lines)
  }
  return []
}

/**
 * Whether it is true that the pull request changes nothing of what was seen to lead to a finding:
 * some frame of the project was, and no edit stands in the functions of any.
 */
export function isUntouched(pull: PullRequest, finding: Finding, leads: Leads): boolean {
  const frames = [...framesOf(finding, leads.frames), ...leads.ancestry]
  const creators = finding.site?.tasks?.creators ?? []
  const known =
    leads.ancestry.length > 0 || creators.every(({ frame }) => frame.location.origin === 'project')
  const parts = partsOf(pull.sources, frames)
  const seen = frames.filter(({ location }) => location.origin === 'project')
  return known && parts.length > 0 && seen.every(isRead(pull)) && inside(pull.edits, parts).length === 0
}

const isRead =
  ({ sources }: PullRequest) =>
  (frame: TrialFrame): boolean =>
    sources.partAt(pathOf(frame) ?? '', frame.line) !== null

/**
 * Where the lines of a stack are no new ones but stand for others,
 * what was taken out on the way to it is told with them.
 */
function withCuts(
  pull: PullRequest,
  lines: readonly ChangedLine[],
  frames: readonly TrialFrame[],
): readonly ChangedLine[] {
  const isRewritten = ({ file, line, why }: ChangedLine) =>
    why === 'stack' &&
    pull.edits.some((edit) => edit.file === file && edit.kind === 'rewritten' && edit.added.includes(line))
  if (lines.length === 0 || !lines.every(isRewritten)) return lines
  const inFunctions = inOrder(inside(pull.edits, partsOf(pull.sources, frames)), pull.generated)
  const removed = inFunctions.find(({ kind }) => kind === 'removed')
  return [...lines, ...lineOfEdit(removed ?? null)]
}

function partLines(pull: PullRequest, { parts }: Finding): readonly ChangedLine[] {
  return parts.flatMap(({ culprit }) =>
    culprit === null ? [] : certainOf(pull, [culprit]).map((line) => ({ ...line, part: culprit.function })),
  )
}

function holderLines(
  { edits, generated, sources }: PullRequest,
  holders: readonly string[],
): readonly ChangedLine[] {
  return namingHolder(inOrder(edits, generated), sources, holders)
    .slice(0, 1)
    .map(({ edit, line }) => ({ ...placeOfHolder(edit, line), why: 'holder' }))
}

/** With what it stands for, where that was one line. */
const placeOfHolder = ({ file, kind, line: first, text }: Edit, line: number) =>
  kind === 'rewritten' && first === line && text !== undefined ? { file, line, text } : { file, line }

/** Memory outside the heap has no stacks: whatever comes in by a dependency may have taken it. */
const native: readonly Quantity[] = ['rss-bytes', 'external-bytes']

/**
 * One line for each package of which the pull request takes another version;
 * what is built for one platform is its package's.
 */
function takenBy({ dependencies }: PullRequest): readonly ChangedLine[] {
  const named = dependencies.filter(({ by }) => by === undefined)
  const first = new Map(named.toReversed().map((line) => [line.package, line]))
  const names = [...first.keys()]
  const isPart = (name: string) => names.some((whole) => name.startsWith(`${whole}-`))
  return [...first.values()]
    .toReversed()
    .filter((line) => !isPart(line.package))
    .map(told)
}

function certainOf(pull: PullRequest, frames: readonly TrialFrame[]): readonly ChangedLine[] {
  const exact = frames.filter(pull.changed).flatMap((frame): readonly ChangedLine[] => {
    const file = pathOf(frame)
    return file === null ? [] : [{ file, line: frame.line, why: 'stack' }]
  })
  return [...written(pull, exact), ...dependencyOf(pull, frames)]
}

/**
 * Where it stands, what made it, what holds it; the culprit first, then from the innermost frame outwards.
 */
function framesOf(
  { culprit, kin = [], site }: Finding,
  others: readonly TrialFrame[],
): readonly TrialFrame[] {
  const creators = (site?.tasks?.creators ?? []).map((creator) => creator.frame)
  const stacks = [...(site === null ? [] : [site.stack]), ...kin].flatMap((stack) => stack.toReversed())
  return [...(culprit === null ? [] : [culprit]), ...stacks, ...creators, ...others]
}

/**
 * The first package of the frames, from the culprit's on, of which the pull request takes another version.
 */
function dependencyOf({ dependencies }: PullRequest, frames: readonly TrialFrame[]): readonly ChangedLine[] {
  for (const { location } of frames) {
    const line = location.origin === 'dependency' ? lineOf(dependencies, location) : null
    if (line !== null) return [told(line)]
  }
  return []
}

/**
 * The package that the innermost frame of the project calls,
 * when the pull request takes another version of it.
 */
function calledOf(pull: PullRequest, frames: readonly TrialFrame[]): readonly ChangedLine[] {
  const frame = frames.find(({ location }) => location.origin === 'project')
  const names = frame === undefined ? [] : pull.packagesCalled(frame)
  const lines = names.flatMap((name) => lineOf(pull.dependencies, { package: name, version: null }) ?? [])
  return lines.slice(0, 1).map((line) => ({ ...told(line), called: true }))
}

/** What a result tells of it: how it was matched is ours. */
const told = ({ exact: _, ...line }: DependencyLine): ChangedLine => ({ ...line, why: 'dependency' })

/** What people wrote comes before what tools wrote from it. */
const written = ({ generated }: PullRequest, lines: readonly ChangedLine[]): readonly ChangedLine[] =>
  lines.toSorted((a, b) => Number(generated.has(a.file)) - Number(generated.has(b.file)))

function unique(lines: readonly ChangedLine[]): readonly ChangedLine[] {
  return [
    ...new Map(lines.map((line) => [`${line.file}\0${line.line}`, line] as const).reverse()).values(),
  ].reverse()
}
