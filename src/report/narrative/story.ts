import type { RenderOptions } from '../options.ts'
import type { FindingResult, ReasonResult, Result, WorkloadResult } from '../result.ts'
import { accept } from './accept.ts'
import type { Context } from './context.ts'
import { contextOf, failing, ruled } from './context.ts'
import type { Block, Document, Inline } from './document.ts'
import { code, command, heading, joined, list, paragraph, prose, strong } from './document.ts'
import { tellFinding } from './finding/culprit.ts'
import type { Detail } from './finding/detail.ts'
import { evidence, measured } from './finding/evidence.ts'
import { nextStep } from './finding/next-step.ts'
import { withoutRelated } from './finding/task.ts'
import { headline, icons, workloadLine } from './headline.ts'
import { spokenNotes } from './notes/spoken.ts'
import { count } from './numbers.ts'
import { takeAway } from './take-away.ts'
import { decidingTotals } from './totals.ts'

/** What readers are told, in order: headline, who and where, the next step, evidence, folded detail. */
export function story(result: Result, options: RenderOptions, detail: Detail): Document {
  const title = headline(result, options)
  if (result.verdict === 'pass' && detail.passInOneLine) return [paragraph(...title), ...spokenNotes(result)]
  const [loud, quiet] = parted(result.workloads, (w) => w.verdict !== 'pass' || result.verdict === 'pass')
  const own = runReasons(result)
  const red = result.verdict === 'fail'
  const sorted = loud.toSorted((a, b) => rank(a) - rank(b))
  const once = sorted.filter((w) => sameCause(sorted, w)[0] === w)
  const shown = once.slice(0, detail.workloads)
  return [
    heading(2, ...title),
    ...spokenNotes(result),
    ...(red ? [] : [...own.slice(0, 1).flatMap(reasonBlocks), ...furtherReasons(own.slice(1))]),
    ...shown.flatMap((w) => [
      ...section(contextOf(result, w, options), detail, result.workloads.length > 1 && loud.length > 1),
      ...alsoOf(sameCause(sorted, w).slice(1)),
    ]),
    ...(red ? furtherReasons(own) : []),
    ...passing(quiet),
    ...(detail.leftOut ? leftOut(result, options, detail, once.length - shown.length) : []),
  ]
}

/** Workloads that could not be measured for one and the same reason, which is told once. */
function sameCause(
  workloads: readonly WorkloadResult[],
  workload: WorkloadResult,
): readonly WorkloadResult[] {
  const cause = causeOf(workload)
  return cause === null ? [workload] : workloads.filter((other) => causeOf(other) === cause)
}

const causeOf = ({ reasons, totals }: WorkloadResult): string | null =>
  reasons.length === 0 || totals.length > 0 ? null : reasons.map(({ text }) => text).join('\n')

function alsoOf(workloads: readonly WorkloadResult[]): readonly Block[] {
  if (workloads.length === 0) return []
  const names = workloads.slice(0, 20).map((w): readonly Inline[] => [code(w.name)])
  const more = workloads.length > 20 ? [[`${workloads.length - 20} more`]] : []
  return [paragraph('The same holds for ', ...joined([...names, ...more]), '.')]
}

const rank = (w: WorkloadResult): number => ['fail', 'inconclusive', 'pass'].indexOf(w.verdict)

/** Reasons of the run that no workload repeats. */
function runReasons(result: Result): readonly ReasonResult[] {
  const told = new Set(result.workloads.flatMap((w) => w.reasons.map((r) => r.text)))
  return result.reasons.filter((r) => !told.has(r.text))
}

function section(context: Context, detail: Detail, titled: boolean): readonly Block[] {
  const { workload } = context
  const title = titled ? [heading(3, `${icons[workload.verdict]} `, ...workloadLine(context))] : []
  const [first, ...rest] = workload.reasons
  const findings = ruled(workload, ...failing, 'suspect')
  const table = detail.table ? decidingTotals(context) : null
  const red = workload.verdict === 'fail'
  return [
    ...title,
    ...(red || first === undefined ? [] : reasonBlocks(first)),
    ...(findings.length === 0 ? [] : findingBlocks(context, findings, detail)),
    ...(table === null ? [] : [table]),
    ...furtherReasons(red ? workload.reasons : rest),
    ...(detail.reproduce ? reproduction(context) : []),
    ...evidence(context, detail),
    ...(detail.findings > 0 ? takeAway(context) : []),
    ...(detail.measured ? [measured(context)] : []),
    ...(detail.told > 0 ? accept(context) : []),
  ]
}

/** A paragraph for each finding; the next step is that of the first one. */
function findingBlocks(
  context: Context,
  findings: readonly FindingResult[],
  detail: Detail,
): readonly Block[] {
  const single = withoutRelated(findings)
  const told = single.slice(0, detail.told)
  const [first] = told
  const suspect = first?.ruling === 'suspect'
  const who = told.map((finding, i) =>
    paragraph(
      strong(i > 0 ? 'Also. ' : suspect ? 'Who may leak. ' : 'Who leaks. '),
      ...tellFinding(context, finding),
    ),
  )
  const [lead, ...others] = who
  const next =
    first === undefined || suspect ? [] : [paragraph(strong('Next: '), ...nextStep(context, first))]
  const rest = single.length - told.length
  const more =
    rest > 0
      ? [paragraph(`${count(rest)} more ${rest === 1 ? 'finding' : 'findings'} that weigh as much or less.`)]
      : []
  return [...(lead === undefined ? [] : [lead]), ...next, ...others, ...more]
}

const reasonBlocks = (reason: ReasonResult): readonly Block[] => [
  paragraph(strong('Why: '), ...prose(reason.text)),
  ...(reason.remedy === '' ? [] : [paragraph(strong('Next: '), ...prose(reason.remedy))]),
]

const furtherReasons = (reasons: readonly ReasonResult[]): readonly Block[] =>
  reasons.length === 0
    ? []
    : [paragraph('Also not certain:'), list(reasons.slice(0, 10).map((r) => prose(r.text)))]

function reproduction({ options, workload }: Context): readonly Block[] {
  const again = options.reproduce?.(workload.name) ?? null
  if (again === null || workload.verdict === 'pass') return []
  const first = again.complete ? '' : ', once what stands in parentheses or ${{ }} is filled in'
  return [paragraph(strong(`Reproduce${first}:`)), command(again.command)]
}

function passing(workloads: readonly WorkloadResult[]): readonly Block[] {
  if (workloads.length === 0) return []
  const names: readonly (readonly Inline[])[] = workloads.slice(0, 20).map((w) => [code(w.name)])
  const more = workloads.length > 20 ? [[`${workloads.length - 20} more`]] : []
  return [paragraph(`${icons.pass} Passed: `, ...joined([...names, ...more]), '.')]
}

/** What this text does not tell, and where it is told. */
function leftOut(
  result: Result,
  options: RenderOptions,
  detail: Detail,
  workloads: number,
): readonly Block[] {
  const findings = result.workloads.reduce((n, w) => n + Math.max(0, w.findings.length - detail.findings), 0)
  const deep = result.workloads.some((w) =>
    w.findings.slice(0, detail.findings).some((f) => f.stack.length > detail.frames),
  )
  const missing = [
    ...(workloads > 0 ? [`${count(workloads)} ${workloads === 1 ? 'workload' : 'workloads'}`] : []),
    ...(findings > 0
      ? [`the evidence of ${count(findings)} ${findings === 1 ? 'finding' : 'findings'}`]
      : []),
    ...(deep ? [`frames beyond ${detail.frames} of a stack`] : []),
    ...(detail.measured ? [] : ['how it was measured']),
  ].map((text) => [text])
  if (missing.length === 0) return []
  const whole: readonly Inline[] = options.whole
    ? [' The whole report: ', { kind: 'link', ...options.whole }, '.']
    : [` ${detail.elsewhere ?? 'The JSON result has all of it.'}`]
  return [paragraph('Left out here: ', ...joined(missing), '.', ...whole)]
}

function parted<T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}
