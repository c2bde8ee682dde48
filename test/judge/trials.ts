import type { Quantity } from '../../src/profile/profile.ts'
import type { Trial, TrialFrame } from '../../src/trial/trial.ts'

/** Budgets of a workload that sets none. */
export const budgets = {
  heap: 'auto',
  objects: 'auto',
  external: 'auto',
  tasks: 0,
  files: 0,
  threads: 2,
  classes: 'auto',
  instances: 'auto',
  rss: 'off',
} as const

/** A frame by its name: `std:` of the runtime, `dep:` of a dependency, else the project's own. */
export function frame(name: string): TrialFrame {
  const bare = name.replace(/^(std|dep):/, '')
  const location = name.startsWith('std:')
    ? ({ origin: 'runtime' } as const)
    : name.startsWith('dep:')
      ? ({ origin: 'dependency', package: 'lib', version: 'v1', path: null } as const)
      : ({ origin: 'project', path: `${bare}.go` } as const)
  return { function: bare, file: `${bare}.go`, line: 1, site: bare, location }
}

export interface Row {
  readonly role?: string
  readonly quantity: Quantity
  readonly series: readonly number[]
  /** Value after the drain; left out: the last of the series. */
  readonly drained?: number
  /** Value after an idle phase of three rounds' length; left out: none was held. */
  readonly idled?: number
  /** Outermost first; left out: a total. */
  readonly stack?: readonly string[]
}

/** A trial made of rows of figures, one value a round. */
export function trialOf(side: 'base' | 'head', number: number, rows: readonly Row[]): Trial {
  const roleNames = [...new Set(rows.map((r) => r.role ?? 'app'))]
  const roleOf = (row: Row) => roleNames.indexOf(row.role ?? 'app')
  const sites = rows.filter((r) => r.stack !== undefined)
  const totals = rows.filter((r) => r.stack === undefined)
  const frames = [...new Set(sites.flatMap((s) => s.stack ?? []))]
  const snapshot = (value: (row: Row) => number, elapsed = 0) => ({
    elapsed,
    settled: true,
    totals: totals.map((r) => ({ role: roleOf(r), quantity: r.quantity, value: value(r) })),
    sites: sites.map((r, i) => [i, value(r)] as const),
  })
  const rounds = Math.max(...rows.map((r) => r.series.length))
  return {
    workload: 'w',
    workloadHash: '',
    side,
    number,
    stage: number === 1 ? 'first' : 'confirm',
    sha: '',
    how: 'given',
    runtime: 'go',
    versions: { leakdiff: '', toolchain: '' },
    host: { cpus: 2, image: '' },
    roles: roleNames.map((name, i) => ({ name, started: i === 0, seen: 'probe', processes: 1 })),
    frames: frames.map(frame),
    sites: sites.map((r) => ({
      role: roleOf(r),
      quantity: r.quantity,
      stack: (r.stack ?? []).map((f) => frames.indexOf(f)),
    })),
    period: 4096,
    rounds: Array.from({ length: rounds }, (_, i) => snapshot((r) => r.series[i] ?? 0, 1000 * i)),
    ...(rows.some((r) => r.idled !== undefined)
      ? { idled: snapshot((r) => r.idled ?? r.series.at(-1) ?? 0, 1000 * (rounds + 2)) }
      : {}),
    drained: number === 1 ? null : snapshot((r) => r.drained ?? r.series.at(-1) ?? 0),
    failures: [],
    notes: [],
    seconds: 1,
  }
}

/** `rounds` values that rise by `step` each. */
export const rising = (step: number, rounds: number, from = 0): number[] =>
  Array.from({ length: rounds }, (_, i) => from + step * i)
