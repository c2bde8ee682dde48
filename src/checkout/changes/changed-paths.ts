import picomatch from 'picomatch'
import { ConfigError } from '../../errors.ts'
import { git, type Repository } from '../git/git.ts'
import type { ChosenCommits } from '../revision.ts'

/**
 * Whether a path is one of those that globs name: `api/**`, `Makefile`, a folder by its name,
 * `!api/docs/**` for what is not.
 */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const not = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1))
  const wanted = globs.filter((glob) => !glob.startsWith('!'))
  const deep = (all: readonly string[]) => all.flatMap((glob) => [glob, `${glob.replace(/\/$/, '')}/**`])
  return picomatch(wanted.length > 0 ? deep(wanted) : '**', { dot: true, ignore: deep(not) })
}

interface Restricted {
  readonly name: string
  readonly changed?: readonly string[] | undefined
}

/**
 * The workloads that nothing between base and head concerns. Without a base there are none. Throws
 * ConfigError for globs that match no file at all: such a workload would never be measured.
 */
export async function skippedWorkloads(
  repository: Repository,
  { base, head }: ChosenCommits,
  workloads: readonly Restricted[],
): Promise<ReadonlySet<string>> {
  const restricted = workloads.flatMap(({ name, changed = [] }) =>
    changed.length > 0 ? [{ name, changed }] : [],
  )
  if (base === null || restricted.length === 0) return new Set()
  // A file that moved has changed in both places.
  const diff = ['diff', '--name-only', '--no-renames', '--ignore-submodules=none', '-z', base.sha, head.sha]
  const changes = await paths(repository, diff)
  const skipped = restricted.filter(({ changed }) => !changes.some(pathMatcher(changed)))
  if (skipped.length === 0) return new Set()
  const all = await filesAt(repository, head.sha)
  for (const { name, changed } of skipped) {
    if (!all.some(pathMatcher(changed))) throw matchesNothing(name, changed)
  }
  return new Set(skipped.map(({ name }) => name))
}

/**
 * A note for each glob of `changed` that no file of base or head matches: misspelt, most likely. By workload;
 * without such a glob, none.
 */
export async function strayGlobs(
  repository: Repository,
  { base, head }: ChosenCommits,
  workloads: readonly Restricted[],
): Promise<ReadonlyMap<string, { code: string; text: string }[]>> {
  if (!workloads.some(({ changed = [] }) => changed.length > 0)) return new Map()
  const shas = [...new Set([head.sha, ...(base === null ? [] : [base.sha])])]
  const all = await Promise.all(shas.map((sha) => filesAt(repository, sha)))
  const isStray = (glob: string) => !all.some((files) => files.some(pathMatcher([glob.replace(/^!/, '')])))
  return new Map(
    workloads.flatMap(({ name, changed = [] }) => {
      const stray = changed.filter(isStray)
      return stray.length > 0 ? [[name, stray.map(strayNote)] as const] : []
    }),
  )
}

const strayNote = (glob: string) => ({
  code: 'changed-matches-nothing',
  text: `\`changed\`: no file matches \`${glob}\`; globs are taken from the root of the repository.`,
})

const filesAt = (repository: Repository, sha: string): Promise<readonly string[]> =>
  paths(repository, ['ls-tree', '-r', '--name-only', '-z', '--full-tree', sha])

async function paths(repository: Repository, args: readonly string[]): Promise<readonly string[]> {
  return (await git(repository, args)).split('\0').filter((path) => path !== '')
}

function matchesNothing(name: string, changed: readonly string[]): ConfigError {
  return new ConfigError(
    `\`workloads.${name}.changed\`: no file of head matches ${changed.join(', ')}, so it would never be measured`,
    'Correct the globs, which are taken from the root of the repository: `api/**`, `Makefile`.',
  )
}
