import { posix } from 'node:path'
import { scriptDriver } from '../../runtimes/onboarding/driver/script.ts'
import { shellDriver } from '../../runtimes/onboarding/driver/shell.ts'
import type { Driver } from '../../runtimes/onboarding/onboarding.ts'
import type { TriedServer, TriedWorker, Worked } from '../try/tried.ts'

/** What worked when it was tried, under the name that the configuration gives it. */
export interface NamedWorkload {
  readonly name: string
  readonly tried: Worked
  /** The script of its round, from the repository's root; null when it needs none. */
  readonly driver: string | null
  /** There are projects in other folders too. */
  readonly several: boolean
}

/**
 * `server`, `worker` and `tests`; of several programs in a folder each by its own name;
 * in a repository of several projects with the folder's name in front.
 */
export function named(all: readonly Worked[]): readonly NamedWorkload[] {
  const taken = new Set<string>()
  return all.map((tried) => {
    const { folder } = tried.recognised
    const several = all.some((other) => other.recognised.folder !== folder)
    const prefix = several && folder !== '' ? `${wordOf(folder)}-` : ''
    const name = free(`${prefix}${programName(tried, all)}`, taken)
    taken.add(name)
    const driver = tried.kind === 'tests' ? null : `.github/leakdiff/${name}.${scriptOf(tried).ending}`
    return { name, tried, several, driver }
  })
}

function programName(tried: Worked, all: readonly Worked[]): string {
  if (tried.kind === 'tests') return 'tests'
  const { folder, program } = tried.recognised
  const beside = all.filter((other) => other.kind === tried.kind && other.recognised.folder === folder)
  return beside.length > 1 && /\w/.test(program) ? wordOf(program) : tried.kind
}

const wordOf = (folder: string): string =>
  posix
    .basename(folder)
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .replace(/^[.-]+/, '') || 'project'

function free(name: string, taken: ReadonlySet<string>): string {
  for (let i = 1; ; i += 1) {
    const candidate = i === 1 ? name : `${name}-${i}`
    if (!taken.has(candidate)) return candidate
  }
}

/** The simplest script that can ask for what it answered. */
export function driverOf(server: Pick<TriedServer, 'recognised' | 'place' | 'exchanges'>): Driver {
  const known = [server.recognised.onboarding.driver ?? shellDriver, scriptDriver]
  return known.find((driver) => driver.takes(server)) ?? scriptDriver
}

/** Of its round: what its file's name ends with, and what runs it. */
export const scriptOf = (
  tried: TriedServer | TriedWorker,
): { readonly ending: string; readonly command: string } =>
  tried.kind === 'server' ? driverOf(tried) : tried.recognised.driver

/** The file of its driver; none for tests. */
export function driverFile({ driver, tried }: NamedWorkload): readonly { file: string; text: string }[] {
  if (driver === null || tried.kind === 'tests') return []
  if (tried.kind === 'worker') return [{ file: driver, text: workerText(tried) }]
  const { exchanges, left, place, requests } = tried
  const { addition, text } = driverOf(tried)
  const above = heading(left, requests, addition)
  return [{ file: driver, text: text({ heading: above, place, exchanges, requests }) }]
}

function workerText({ jobs, left, recognised, requests, waits }: TriedWorker): string {
  const { addition, text } = recognised.driver
  return text({ heading: heading(left, requests, addition), jobs, requests, waits })
}

/** What stands above the code of a driver. */
const heading = (left: readonly string[], requests: number, addition: string): readonly string[] => [
  `One round for leakdiff: all that stands below, ${requests} times. Written by leakdiff init; yours to edit.`,
  ...(left.length > 0 ? ['Left out:', ...left.map((route) => `  ${route}`)] : []),
  ...(left.length > 0 ? ['Add those that your test data allows:', `  ${addition}`] : []),
]
