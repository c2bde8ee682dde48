import { type Context, contextOf, failing, inOrder, shortName } from '../narrative/context.ts'
import { textOf } from '../narrative/document.ts'
import { tellFinding } from '../narrative/finding/culprit.ts'
import { amounts } from '../narrative/finding/frequency.ts'
import { nextStep } from '../narrative/finding/next-step.ts'
import type { RenderOptions } from '../options.ts'
import type { FindingResult, ReasonResult, Result, TotalResult, WorkloadResult } from '../result.ts'
import { type Case, junitXml, type Outcome, type Suite } from './junit-xml.ts'

const mostCases = 1_000

/**
 * The result as JUnit XML, which other CI systems show: a suite a workload, a case a finding and a total, the
 * verdict's reasons as errors. Nothing in it passes unless the verdict does.
 */
export function renderJunit(result: Result, options: RenderOptions = {}): string {
  const suites = result.workloads.map((workload) => suiteOf(contextOf(result, workload, options)))
  return junitXml([...ownSuite(result), ...suites], result.spent.seconds)
}

/** Reasons of the whole run, which belong to no workload. */
function ownSuite({ reasons, verdict, workloads }: Result): readonly Suite[] {
  const own = reasons.map(reasonCase)
  const silent = verdict === 'inconclusive' && own.length === 0 && workloads.length === 0
  const nothing = { code: 'nothing-measured', text: 'Nothing was measured.', remedy: '' }
  const cases = silent ? [reasonCase(nothing)] : own
  return cases.length === 0 ? [] : [{ name: 'leakdiff', seconds: 0, cases }]
}

function suiteOf(context: Context): Suite {
  const { workload } = context
  const told = workload.findings.slice(0, mostCases)
  const cases = [
    ...workload.reasons.map(reasonCase),
    ...told.map((finding) => ({ name: findingName(context, finding), outcome: ruled(context, finding) })),
    ...workload.totals
      .filter((total) => !total.leaks || inOrder(workload.totals).includes(total))
      .filter(
        (total) => !workload.findings.some((f) => f.role === total.role && f.quantity === total.quantity),
      )
      .map((total) => totalCase(context, total)),
  ]
  return { name: workload.name, seconds: workload.spent.seconds, cases: decided(workload, unlike(cases)) }
}

/** A workload that did not pass has a case that says so, and one that was not measured none that passed. */
function decided(workload: WorkloadResult, cases: readonly Case[]): readonly Case[] {
  const tag = ({ pass: 'skipped', fail: 'failure', inconclusive: 'error' } as const)[workload.verdict]
  if (workload.verdict === 'pass' ? cases.length > 0 : cases.some((c) => c.outcome?.tag === tag)) return cases
  const message = workload.notes[0]?.text ?? `The verdict is ${workload.verdict}.`
  return [...cases, { name: 'verdict', outcome: { tag, type: workload.verdict, message, text: '' } }]
}

const reasonCase = ({ code, remedy, text }: ReasonResult): Case => ({
  name: code,
  outcome: { tag: 'error', type: code, message: text, text: remedy },
})

function findingName({ words }: Context, { function: name, quantity, role }: FindingResult): string {
  return `${words.name(quantity)} of ${name === null ? 'no known site' : shortName(name)} in ${role}`
}

function ruled(context: Context, finding: FindingResult): Outcome | null {
  const { ruling } = finding
  if (ruling === 'fixed') return null
  const message = `${context.workload.name} ${verbs[ruling]} ${amounts(context, finding)}`
  if (ruling === 'waived') {
    const { expires, reason } = finding.waiver ?? { expires: '', reason: '' }
    return { tag: 'skipped', type: ruling, message, text: `Waived until ${expires}: ${reason}` }
  }
  if (ruling === 'existing') return { tag: 'skipped', type: ruling, message, text: 'Base leaks it too.' }
  const red = context.workload.verdict === 'fail' && failing.includes(ruling)
  const next = `Next: ${textOf(nextStep(context, finding))}`
  const text = [textOf(tellFinding(context, finding)), next, '', ...stackOf(finding)].join('\n')
  return { tag: red ? 'failure' : 'error', type: ruling, message, text }
}

const verbs: Readonly<Record<Exclude<FindingResult['ruling'], 'fixed'>, string>> = {
  leak: 'leaks',
  worse: 'leaks more than before:',
  suspect: 'may leak',
  existing: 'still leaks',
  waived: 'leaks',
}

/** Innermost first, as stacks of exceptions are read. */
const stackOf = ({ stack }: FindingResult): readonly string[] =>
  stack
    .slice(-64)
    .toReversed()
    .map(({ file, function: name, line }) => `    at ${name} (${file}:${line})`)

function totalCase({ words, workload }: Context, total: TotalResult): Case {
  const name = `${words.name(total.quantity)} in ${total.role}`
  if (!total.leaks) return { name, outcome: null }
  const beyond = total.base === null ? '' : ', beyond base'
  const message = `grows by ${words.amount(total.excess, total.quantity)} a round${beyond}`
  const tag = workload.verdict === 'fail' ? 'failure' : 'error'
  return { name, outcome: { tag, type: 'leak', message, text: '' } }
}

/** Readers tell cases apart by their names. */
function unlike(cases: readonly Case[]): readonly Case[] {
  const seen = new Map<string, number>()
  return cases.map((one) => {
    const times = (seen.get(one.name) ?? 0) + 1
    seen.set(one.name, times)
    return times === 1 ? one : { ...one, name: `${one.name} (${times})` }
  })
}
