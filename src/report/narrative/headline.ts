import type { RenderOptions } from '../options.ts'
import type { Result, WorkloadResult } from '../result.ts'
import type { Context } from './context.ts'
import { contextOf, failing, functionName, ruled } from './context.ts'
import type { Inline } from './document.ts'
import { code, joined, prose } from './document.ts'
import { amounts, elsewhere } from './finding/frequency.ts'
import { unexplained } from './no-time.ts'
import { sight } from './sight.ts'

export const icons: Readonly<Record<Result['verdict'], string>> = {
  pass: '✅',
  fail: '❌',
  inconclusive: '⚠️',
}

/** The one line that says it all: what leaks per operation, or that nothing does. */
export function headline(result: Result, options: RenderOptions): readonly Inline[] {
  const same = result.workloads.filter((w) => w.verdict === result.verdict)
  const [only] = same
  const told =
    only !== undefined && (same.length === 1 || result.verdict === 'pass')
      ? result.verdict === 'pass'
        ? passOf(same.map((w) => contextOf(result, w, options)))
        : workloadLine(contextOf(result, only, options))
      : summed(result, same.length)
  return [`${icons[result.verdict]} leakdiff: `, ...told]
}

function summed(result: Result, some: number): readonly Inline[] {
  const all = result.workloads.length
  const of = some === all ? `all ${all} workloads` : `${some} of ${all} workloads`
  if (result.verdict === 'fail') return [`${of} ${some === 1 ? 'leaks' : 'leak'}`]
  if (some > 1) return [`cannot tell whether ${some === all ? of : `${of} would`} leak`]
  return ['nothing could be measured']
}

/** What one workload does, without icon: `reconnect` leaks 1 open file and 341 kB per operation. */
export function workloadLine(context: Context): readonly Inline[] {
  const { workload } = context
  if (workload.verdict === 'pass') return passOf([context])
  const name = code(workload.name)
  const [red] = ruled(workload, ...failing)
  const [suspect] = ruled(workload, 'suspect')
  if (workload.verdict === 'fail') {
    if (red === undefined) return [name, ' fails']
    const verb = red.ruling === 'worse' ? ' leaks more than before: ' : ' leaks '
    return [name, verb, amounts(context, red), ...elsewhere(context, red), ...unexplained(workload)]
  }
  if (suspect !== undefined) return [name, ' may leak ', amounts(context, suspect)]
  return [name, workload.totals.length === 0 ? ' could not be measured' : ' could not be decided']
}

/** One line for all that passed. */
function passOf(contexts: readonly Context[]): readonly Inline[] {
  const measured = contexts.filter(({ workload }) => workload.trials.head > 0)
  if (measured.length === 0) return ['nothing was measured', ...why(contexts[0]?.workload)]
  const fixed = measured.flatMap((c) =>
    ruled(c.workload, 'fixed')
      .slice(0, 1)
      .map((f) => [c, f] as const),
  )
  const names = joined(short(measured.map(({ workload }) => [code(workload.name)])))
  const [first] = fixed
  if (fixed.length === 1 && first !== undefined) {
    const [context, finding] = first
    return [
      code(context.workload.name),
      ' no longer leaks ',
      amounts(context, finding),
      ...remains(measured),
      ...leftOut(measured),
    ]
  }
  if (fixed.length > 1) {
    const fixes = joined(short(fixed.map(([c]) => [code(c.workload.name)])))
    return ['leaks are fixed in ', ...fixes, ...remains(measured), ...leftOut(measured)]
  }
  const old = remains(measured)
  const least = sight(measured)
  const what =
    least === null
      ? `nothing ${old.length > 0 ? 'new ' : ''}grows`
      : `no ${old.length > 0 ? 'new ' : ''}growth above ${least}`
  return [`${what} in `, ...names, ...old, ...withoutBase(measured), ...leftOut(measured)]
}

/** A pass is never silent about what it did not see. */
function leftOut(contexts: readonly Context[]): readonly Inline[] {
  const subjects = contexts.flatMap(({ workload }) => workload.notes.flatMap(({ subject }) => subject ?? []))
  if (subjects.length === 0) return []
  const more = subjects.length > 2 ? ` and ${subjects.length - 2} more` : ''
  return ['; left out: ', ...prose(`${subjects.slice(0, 2).join(', ')}${more}`)]
}

const short = (names: readonly (readonly Inline[])[]): readonly (readonly Inline[])[] =>
  names.length <= 5 ? names : [...names.slice(0, 4), [`${names.length - 4} more`]]

const why = (workload: WorkloadResult | undefined): readonly Inline[] => {
  const note = workload?.notes[0] ?? workload?.reasons[0]
  return note === undefined ? [] : [': ', ...prose(note.text.replace(/^not measured: /, ''))]
}

function remains(contexts: readonly Context[]): readonly Inline[] {
  const of = (ruling: 'existing' | 'waived') => contexts.flatMap(({ workload }) => ruled(workload, ruling))
  const [existing, waived] = [of('existing'), of('waived')]
  const [first] = existing
  const where = first?.function == null ? [] : [' (', functionName(first.function), ')']
  const leaks = (n: number) => (n === 1 ? '1 leak' : `${n} leaks`)
  return [
    ...(first === undefined
      ? []
      : [
          `; ${leaks(existing.length)} that base has too ${existing.length === 1 ? 'remains' : 'remain'}`,
          ...where,
        ]),
    ...(waived.length > 0 ? [`; ${leaks(waived.length)} waived`] : []),
  ]
}

const withoutBase = (contexts: readonly Context[]): readonly Inline[] =>
  contexts.some(({ workload }) => workload.trials.base === 0) && contexts[0]?.result.base === null
    ? [', measured without a base']
    : []
