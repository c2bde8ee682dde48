import { createHash } from 'node:crypto'
import { budgetKeys, type Workload } from './config.ts'
import type { WrittenWorkload } from './schema.ts'
import type { Problem, Source } from './source.ts'

/** The workload that was written down, with what was left out said. */
export function workloadOf(
  name: string,
  { 'measure-base': measureBase, ...written }: WrittenWorkload,
): Workload {
  return {
    ...written,
    measureBase,
    name,
    runtime: written.runtime ?? null,
    setup: written.setup ?? null,
    stop: written.stop ?? null,
    ready: written.ready ?? { kind: 'probe' },
    profiles: written.profiles ?? [],
  }
}

/** What is wrong between keys that are right by themselves. */
export function contradictions(source: Source, workload: Workload): readonly Problem[] {
  const { budgets, settle, profiles, runtime } = workload
  const problem = (key: readonly string[], text: string): Problem => ({
    place: source.place(['workloads', workload.name, ...key], 'value'),
    text: `\`${['workloads', workload.name, ...key].join('.')}\`: ${text}`,
  })
  const found: Problem[] = []
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
  return found
}

/**
 * SHA-256 (hex) of all that shapes a trial: two trials with equal hashes were made by the same workload. Name, budgets, waivers,
 * the number of trials and when base is measured only shape what is said about trials.
 */
export function workloadHash(workload: Workload): string {
  const {
    name: _name,
    budgets: _budgets,
    waivers: _waivers,
    trials: _trials,
    measureBase: _base,
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
