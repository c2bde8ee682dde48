import { createHash } from 'node:crypto'
import { profileWriters } from '../runtimes/names.ts'
import type { Workload, WrittenFiles } from './config.ts'
import { formKeys, type Key } from './key.ts'
import { workloadKeys } from './keys.ts'
import type { CheckedWorkload } from './schema.ts'
import { groupOf, settingName, settingsOf } from './settings.ts'
import { type ConfigSource, missingKey, type Problem, saying } from './sources/source.ts'

/**
 * The workload that was written down, with what was left out said;
 * `contradictions` has found nothing wrong with it.
 */
export function workloadOf(name: string, checked: CheckedWorkload): Workload {
  const { start, ready, round, snapshot, test, run, files, ...rest } = settingsOf(workloadKeys, checked)
  const common = { ...rest, name, waivers: checked.waivers }
  if (test !== null) return { ...common, form: 'test', test }
  if (run !== null && isWritten(files)) return { ...common, form: 'run', run, files, warmup: 0 }
  if (run !== null) return { ...common, form: 'run', run }
  if (start === null || round === null) throw new Error(`the workload ${name} has no form`)
  const server = { ...common, form: 'server', start, ready: ready ?? { kind: 'probe' }, round } as const
  return snapshot === null ? server : { ...server, snapshot }
}

const isWritten = ({ heap, tasks }: WrittenFiles): boolean => heap !== null || tasks !== null

/** What is counted of programs of some runtimes alone. */
const ofSome: readonly string[] = ['classes', 'instances']

/** What is wrong between keys that are right by themselves. */
export function contradictions(
  source: ConfigSource,
  name: string,
  checked: CheckedWorkload,
): readonly Problem[] {
  const { budgets, settle, profiles, runtime, snapshot, files } = settingsOf(workloadKeys, checked)
  const problem = (key: readonly string[], text: string): Problem => ({
    place: source.place(['workloads', name, ...key], 'value'),
    text: saying(source, ['workloads', name, ...key], text),
  })
  const found: Problem[] = []
  const isUnread = runtime !== null && !profileWriters.includes(runtime)
  const unread = `expected runtime ${profileWriters.join(' or ')}: ${runtime} programs are measured without`
  // Not every program has classes and types to count: alone they decide where somebody says how many.
  const counted = Object.entries(budgets).filter(
    ([key, budget]) => !ofSome.includes(key) || budget !== 'auto',
  )
  if (counted.every(([, budget]) => budget === 'off')) {
    found.push(problem(['budgets'], 'all budgets are off, so nothing could ever fail: leave one of them on'))
  }
  if (settle.quiet > settle.limit) {
    found.push(problem(['settle'], 'expected quiet to be no longer than limit'))
  }
  if (isUnread && profiles.length > 0) found.push(problem(['profiles'], `${unread} an endpoint of their own`))
  if (snapshot !== null && profiles.length > 0)
    found.push(problem(['snapshot'], 'a workload has either profiles or snapshot, not both'))
  if (isUnread && snapshot !== null) found.push(problem(['snapshot'], `${unread} it`))
  if (isWritten(files) && profiles.length > 0)
    found.push(problem(['files'], 'a workload has either profiles or files, not both'))
  if (isUnread && isWritten(files)) found.push(problem(['files'], `${unread} them`))
  return found
}

/**
 * A workload is a server with its rounds, tests, or a run that drives itself: one of the three.
 * `written` may be wrong otherwise.
 */
export function formProblems(
  source: ConfigSource,
  name: string,
  written: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const at = (key: string, part: 'key' | 'value' = 'key') => source.place(['workloads', name, key], part)
  const [form, other] = formKeys.filter((key) => written[key] !== undefined)
  const missing = (key: string, also = ''): Problem => ({
    place: at(key),
    text: `${missingKey(source, ['workloads', name, key])}${also}`,
  })
  const word = (key: string) => (source.named(['workloads', name, key]) === null ? at(key) : key)
  if (form === undefined) {
    const both = written.round === undefined ? [missing('round')] : []
    const others = ` (or ${word('test')}, or ${word('run')}: a workload is one of the three)`
    return [missing('start', others), ...both]
  }
  if (other !== undefined) {
    const text = `a workload has either ${word(form)} or ${word(other)}, not both`
    return [{ place: at(other), text: saying(source, ['workloads', name, other], text) }]
  }
  const alien = (workloadKeys as readonly Key[]).filter(
    ({ forms }) => forms !== undefined && !forms.includes(form),
  )
  const excluded = [...new Set(alien.map(groupOf))].filter((key) => written[key] !== undefined)
  return [
    ...(form === 'start' && written.round === undefined ? [missing('round')] : []),
    ...excluded.map((key) => ({
      place: at(key),
      text: saying(source, ['workloads', name, key], `has no meaning beside ${word(form)}: leave it out`),
    })),
  ]
}

/**
 * SHA-256 (hex) of all that shapes a trial: two trials with equal hashes were made by the same workload.
 * Its name, its waivers and the keys marked `aside` only shape what is said about trials.
 */
export function workloadHash(workload: Workload): string {
  const aside = [
    'name',
    'waivers',
    'shown',
    ...(workloadKeys as readonly Key[]).filter((key) => key.aside).map(settingName),
  ]
  const shaping = Object.fromEntries(Object.entries(workload).filter(([key]) => !aside.includes(key)))
  return createHash('sha256')
    .update(`leakdiff workload 1\n${JSON.stringify(shaping, sortedKeys)}`)
    .digest('hex')
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
