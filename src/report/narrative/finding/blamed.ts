import type { FindingResult } from '../../result.ts'
import { changeOf } from '../change.ts'
import type { Context } from '../context.ts'
import { culpritOf, functionName, placeOf } from '../context.ts'
import type { Inline } from '../document.ts'
import { code, joined, strong } from '../document.ts'

type Frame = FindingResult['stack'][number]

/** The innermost frame of the project that called into the dependency which is to blame. */
export function callingFrame(finding: FindingResult, culprit: Frame | null): Frame | null {
  if (culprit === null || culprit.inProject) return null
  const callers = finding.stack.slice(0, finding.stack.indexOf(culprit))
  return callers.findLast((frame) => frame.inProject) ?? null
}

/** What of the pull request leads to it, or that nothing does. */
export function changes(context: Context, finding: FindingResult): readonly Inline[] {
  const culprit = culpritOf(context, finding)
  const told = [culprit, callingFrame(finding, culprit), finding.registeredBy ?? null].filter(
    (frame) => frame !== null,
  )
  const lines = finding.changedLines
  if (lines.length === 0) return untouched(context, finding, told)
  const isMarked = told.some((frame) => frame.changed)
  const onStack = lines.filter(
    (line) => (line.why ?? 'stack') === 'stack' && line.part === undefined && !isMarked,
  )
  const besides = lines.filter((line) => line.why === 'stack' && line.part !== undefined)
  const of = (why: ChangedLine['why']) => lines.filter((line) => line.why === why)
  const [removed] = of('removed')
  const [rewritten] = of('rewritten')
  return [
    ...changedPlaces(context, onStack, ' on its stack.'),
    ...changedPlaces(context, besides, ', where what grows with it is made.'),
    ...taken(context, finding, lines),
    ...ofHolder(context, of('holder')),
    ...changedPlaces(context, of('near'), nearness(finding, of('near'), culprit)),
    ...takenOut(context, removed),
    ...replaced(context, rewritten),
    ...changedPlaces(context, of('alone'), ', and no other code.'),
  ]
}

type ChangedLine = FindingResult['changedLines'][number]

function changedPlaces(context: Context, lines: readonly ChangedLine[], where: string): readonly Inline[] {
  if (lines.length === 0) return []
  const places = lines.slice(0, 2).map((line) => {
    const place = placeOf({ ...line, inProject: true }, context)
    return place === null ? [] : [place]
  })
  const more = lines.length - places.length
  const { subject, does } = changeOf(context.result)
  return [
    ` ${subject} ${does('change')} `,
    ...joined([...places, ...(more > 0 ? [[`${more} more lines`]] : [])]),
    where,
  ]
}

const farthest = 5

/** `, one line above.`: how far a change is from what is told; of several, or in another file, close by. */
function nearness(finding: FindingResult, lines: readonly ChangedLine[], culprit: Frame | null): string {
  const [line] = lines
  const frames = [...(culprit === null ? [] : [culprit]), ...finding.stack.toReversed()]
  const frame = frames.find(({ file }) => file === line?.file)
  const apart = frame === undefined || line === undefined ? 0 : line.line - frame.line
  if (lines.length > 1 || apart === 0 || Math.abs(apart) > farthest) return ' close by.'
  const many = Math.abs(apart) === 1 ? 'one line' : `${Math.abs(apart)} lines`
  return `, ${many} ${apart < 0 ? 'above' : 'below'}.`
}

function takenOut(context: Context, line: ChangedLine | undefined): readonly Inline[] {
  const place = line === undefined ? null : placeOf({ ...line, inProject: true }, context)
  if (line === undefined || place === null) return []
  const what: readonly Inline[] = line.text === undefined ? ['lines'] : [code(line.text)]
  const { subject, does } = changeOf(context.result)
  return [' ', strong(`${subject} ${does('take')} out `, ...what), ' after ', place, '.']
}

function ofHolder(context: Context, lines: readonly ChangedLine[]): readonly Inline[] {
  const where = ', which names what holds it.'
  const [line] = lines
  return line?.text === undefined ? changedPlaces(context, lines, where) : replaced(context, line, where)
}

function replaced(context: Context, line: ChangedLine | undefined, end = '.'): readonly Inline[] {
  const place = line === undefined ? null : placeOf({ ...line, inProject: true }, context)
  if (line === undefined || place === null) return []
  const what: readonly Inline[] = line.text === undefined ? ['what stood'] : [code(line.text)]
  const { subject, does } = changeOf(context.result)
  return [' ', strong(`${subject} ${does('rewrite')} `, ...what), ' at ', place, end]
}

/**
 * The line by which another version of a package comes in:
 * it is to blame for all that is new in that package.
 */
function taken(context: Context, finding: FindingResult, lines: readonly ChangedLine[]): readonly Inline[] {
  const line = lines.find((one) => one.why === 'dependency')
  if (line?.package === undefined) return []
  if (finding.stack.length === 0) return takenVersions(context, lines)
  const place = placeOf({ ...line, inProject: true }, context)
  const version = line.version ? [' ', code(line.version)] : []
  const { does, name } = changeOf(context.result)
  return [
    ...subjectOf(line),
    code(line.package),
    ...version,
    ', ',
    strong(`which ${name} ${does('take')}`),
    ...(line.by === undefined ? [] : [' by ', code(line.by)]),
    ...(place === null ? [] : [' at ', place]),
    '.',
  ]
}

function subjectOf(line: ChangedLine): readonly Inline[] {
  if (line.called) return [' That line calls ']
  if (line.started) return [' It was started by way of ']
  if (line.part === undefined) return [' It is code of ']
  return [' With it grows what ', functionName(line.part), ' makes: code of ']
}

/** Growth without stacks may be of any package that comes in another version. */
function takenVersions(context: Context, lines: readonly ChangedLine[]): readonly Inline[] {
  const named = lines.slice(0, mostVersions).map((line): readonly Inline[] => {
    const place = placeOf({ ...line, inProject: true }, context)
    const version = line.version ? [' ', code(line.version)] : []
    return [code(line.package ?? ''), ...version, ...(place === null ? [] : [' at ', place])]
  })
  const more = lines.length - named.length
  const rest = more > 0 ? [[`${more} more`]] : []
  const { subject, does } = changeOf(context.result)
  const taken = strong(`${subject} ${does('take')} another version of `)
  return [' ', taken, ...joined([...named, ...rest]), '.']
}

const mostVersions = 3

/** Where the project's own frames say it already, nothing more is said. */
function untouched(
  { result }: Context,
  finding: FindingResult,
  told: readonly Pick<Frame, 'changed' | 'inProject'>[],
): readonly Inline[] {
  const leaks = finding.ruling === 'leak' || finding.ruling === 'worse'
  if (!leaks || result.base === null || finding.untouched !== true) return []
  if (told.some((frame) => frame.inProject || frame.changed)) return []
  const { subject, does } = changeOf(result)
  return [` ${subject} ${does('change')} no function on its stack, and no version of what it runs through.`]
}
