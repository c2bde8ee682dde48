import { createHash } from 'node:crypto'
import { budgetKeys, type Workload } from './config.ts'
import type { WrittenWorkload } from './schema.ts'
import type { Problem, Source } from './source.ts'

/** The workload that was written down, with what was left out said; `contradictions` has found nothing wrong with it. */
export function workloadOf(
  name: string,
  { 'measure-base': measureBase, ...written }: WrittenWorkload,
): Workload {
  const {
    start: _start,
    ready: _ready,
    round: _round,
    test: _test,
    run: _run,
    snapshot: _snapshot,
    files: _files,
    ...rest
  } = written
  const common = {
    ...rest,
    measureBase,
    name,
    runtime: written.runtime ?? null,
    setup: written.setup ?? null,
    stop: written.stop ?? null,
    profiles: written.profiles ?? [],
  }
  const { files, ready = { kind: 'probe' }, round, run, snapshot, start, test } = written
  if (test !== undefined) return { ...common, form: 'test', test }
  if (run !== undefined && files !== undefined) return { ...common, form: 'run', run, files, warmup: 0 }
  if (run !== undefined) return { ...common, form: 'run', run }
  if (start === undefined || round === undefined) throw new Error(`the workload ${name} has no form`)
  return { ...common, form: 'server', start, ready, round, ...(snapshot === undefined ? {} : { snapshot }) }
}

/** What is wrong between keys that are right by themselves. */
export function contradictions(source: Source, name: string, written: WrittenWorkload): readonly Problem[] {
  const { budgets, settle, profiles = [], runtime } = written
  const problem = (key: readonly string[], text: string): Problem => ({
    place: source.place(['workloads', name, ...key], 'value'),
    text: `\`${['workloads', name, ...key].join('.')}\`: ${text}`,
  })
  const found: Problem[] = [...formProblems(source, name, written)]
  if (Object.keys(budgetKeys).every((key) => budgets[key as keyof typeof budgets] === 'off')) {
    found.push(problem(['budgets'], 'all budgets are off, so nothing could ever fail: leave one of them on'))
  }
  if (settle.quiet > settle.limit) {
    found.push(problem(['settle'], 'expected quiet to be no longer than limit'))
  }
  if (profiles.length > 0 && runtime === 'node') {
    found.push(
      problem(
        ['profiles'],
        'expected runtime go: node programs are measured without an endpoint of their own',
      ),
    )
  }
  if (written.snapshot !== undefined && profiles.length > 0)
    found.push(problem(['snapshot'], 'a workload has either profiles or snapshot, not both'))
  if (written.snapshot !== undefined && runtime === 'node')
    found.push(problem(['snapshot'], 'expected runtime go: node programs are measured without it'))
  if (written.run !== undefined && written.repeat !== 'auto')
    found.push(problem(['repeat'], 'a workload that makes its rounds itself decides how much is in each'))
  if (written.files !== undefined && profiles.length > 0)
    found.push(problem(['files'], 'a workload has either profiles or files, not both'))
  if (written.files !== undefined && runtime === 'node')
    found.push(problem(['files'], 'expected runtime go: node programs are measured without them'))
  return found
}

const forms = ['start', 'test', 'run'] as const
/** Keys that only make sense beside a long-lived program. */
const ofServer = ['round', 'ready', 'snapshot'] as const
const notOfTests = [...ofServer, 'files'] as const

/** A workload is a server with its rounds, tests, or a run that drives itself: one of the three. `written` may be wrong otherwise. */
export function formProblems(
  source: Source,
  name: string,
  written: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const at = (key: string, part: 'key' | 'value' = 'key') => source.place(['workloads', name, key], part)
  const [form, other] = forms.filter((key) => written[key] !== undefined)
  const missing = (key: string, also = ''): Problem => ({
    place: at(key),
    text: `missing key \`workloads.${name}.${key}\`${also}`,
  })
  if (form === undefined) {
    const both = written.round === undefined ? [missing('round')] : []
    return [missing('start', ' (or test, or run: a workload is one of the three)'), ...both]
  }
  if (other !== undefined) {
    const text = `\`workloads.${name}.${other}\`: a workload has either ${form} or ${other}, not both`
    return [{ place: at(other), text }]
  }
  if (form === 'start') {
    const alien = written.files === undefined ? [] : [excluded(source, name, 'files', form)]
    return [...(written.round === undefined ? [missing('round')] : []), ...alien]
  }
  const foreign = (form === 'run' ? ofServer : notOfTests).filter((key) => written[key] !== undefined)
  if (form === 'test' && written.profiles !== undefined) return [excluded(source, name, 'profiles', form)]
  return foreign.map((key) => excluded(source, name, key, form))
}

function excluded(source: Source, name: string, key: string, form: string): Problem {
  const path = ['workloads', name, key]
  return {
    place: source.place(path, 'key'),
    text: `\`${path.join('.')}\`: has no meaning beside ${form}: leave it out`,
  }
}

/**
 * SHA-256 (hex) of all that shapes a trial: two trials with equal hashes were made by the same workload. Name, budgets, waivers,
 * the number of trials, when base is measured and when anything is only shape what is said about trials.
 */
export function workloadHash(workload: Workload): string {
  const {
    name: _name,
    budgets: _budgets,
    waivers: _waivers,
    trials: _trials,
    measureBase: _base,
    changed: _changed,
    ...shaping
  } = workload
  return createHash('sha256')
    .update(`leakdiff workload 1\n${JSON.stringify(shaping, sortedKeys)}`)
    .digest('hex')
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
