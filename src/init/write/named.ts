import { posix } from 'node:path'
import { scriptDriver } from '../../runtimes/onboarding/driver/script.ts'
import { shellDriver } from '../../runtimes/onboarding/driver/shell.ts'
import type { Driver } from '../../runtimes/onboarding/onboarding.ts'
import type { TriedServer, TriedTests } from '../try/tried.ts'

/** What worked when it was tried, under the name that the configuration gives it. */
export interface NamedWorkload {
  readonly name: string
  readonly tried: TriedServer | TriedTests
  /** The script of its round, from the repository's root; null when it needs none. */
  readonly driver: string | null
  /** There are projects in other folders too. */
  readonly several: boolean
}

/**
 * `server` and `tests`; of several programs in a folder each by its own name; in a repository of several
 * projects with the folder's name in front.
 */
export function named(all: readonly (TriedServer | TriedTests)[]): readonly NamedWorkload[] {
  const taken = new Set<string>()
  return all.map((tried) => {
    const { folder } = tried.recognised
    const several = all.some((other) => other.recognised.folder !== folder)
    const prefix = several && folder !== '' ? `${wordOf(folder)}-` : ''
    const name = free(`${prefix}${programName(tried, all)}`, taken)
    taken.add(name)
    const driver = tried.kind === 'server' ? `.github/leakdiff/${name}.${driverOf(tried).ending}` : null
    return { name, tried, several, driver }
  })
}

function programName(tried: TriedServer | TriedTests, all: readonly (TriedServer | TriedTests)[]): string {
  if (tried.kind === 'tests') return 'tests'
  const { folder, program } = tried.recognised
  const beside = all.filter((other) => other.kind === 'server' && other.recognised.folder === folder)
  return beside.length > 1 && /\w/.test(program) ? wordOf(program) : 'server'
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

/** The file of its driver; none for tests. */
export function driverFile({ driver, tried }: NamedWorkload): readonly { file: string; text: string }[] {
  if (driver === null || tried.kind !== 'server') return []
  const { exchanges, left, place, requests } = tried
  const { addition, text } = driverOf(tried)
  const above = heading(left, requests, addition)
  return [{ file: driver, text: text({ heading: above, place, exchanges, requests }) }]
}

/** What stands above the code of a driver. */
const heading = (left: readonly string[], requests: number, addition: string): readonly string[] => [
  `One round for leakdiff: all that stands below, ${requests} times. Written by leakdiff init; yours to edit.`,
  ...(left.length > 0 ? ['Left out:', ...left.map((route) => `  ${route}`)] : []),
  ...(left.length > 0 ? ['Add those that your test data allows:', `  ${addition}`] : []),
]
