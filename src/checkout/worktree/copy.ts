import { cp, lstat, realpath, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { ConfigError } from '../../errors.ts'
import { askGit, git, type Repository } from '../git/git.ts'
import type { Revision } from '../revision.ts'
import { makeParents } from './driver.ts'

/**
 * Copies files that git does not know (.env.test) from the checkout into revisions.
 * Throws ConfigError for a path that is not there, that leads out of the checkout, or that git tracks: of a
 * tracked file each side has its own.
 */
export async function copyFromCheckout(
  repository: Repository,
  revisions: readonly Revision[],
  copied: readonly string[],
): Promise<void> {
  for (const path of copied) {
    await requireOwn(repository, path)
    for (const revision of revisions) await put(join(repository.root, path), revision.directory, path)
  }
}

async function requireOwn(repository: Repository, path: string): Promise<void> {
  const root = await realpath(repository.root)
  const real = await realpath(join(root, path)).catch(() => null)
  if (real === null) {
    throw refused(
      `${path} is not in the checkout ${root}`,
      'Make it before leakdiff runs, in a step of the workflow for instance, or correct the path.',
    )
  }
  if (!real.startsWith(root + sep))
    throw refused(`${path} leads out of the checkout`, 'Copy only what lies in it.')
  if (await tracked(repository, path)) {
    throw refused(
      `${path} is tracked by git, so each side has its own`,
      'Name it in `driver` when both sides should have that of head; `copy` is for what git ignores.',
    )
  }
}

async function tracked(repository: Repository, path: string): Promise<boolean> {
  const listed = await git(repository, ['ls-files', '-z', '--', `:(literal)${path}`])
  // A folder may hold both; only what git ignores makes it one to copy.
  return listed !== '' && (await askGit(repository, ['check-ignore', '--quiet', path])) === null
}

async function put(source: string, root: string, path: string): Promise<void> {
  const target = join(root, path)
  await makeParents(root, path)
  const stands = await lstat(target).catch(() => null)
  // A link in its place would be followed out of the revision.
  if (stands?.isSymbolicLink()) await rm(target)
  await cp(source, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
}

const refused = (problem: string, remedy: string) => new ConfigError(`\`copy\`: ${problem}`, remedy)
