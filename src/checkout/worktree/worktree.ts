import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Workload } from '../../configure/config.ts'
import { askGit, git, type Repository } from '../git/git.ts'
import type { ChosenCommits, Commit, Revision, Side } from '../revision.ts'
import { copyFromCheckout } from './copy.ts'
import { copyDriver, missing, requireDriver } from './driver.ts'
import { closeFolder, openFolder, ownsWorktreesOf, sweep } from './folder.ts'

export { releaseSync } from './folder.ts'

export interface CheckOutOptions {
  /** Their drivers are copied from head over base; head must hold their directories. */
  readonly workloads: readonly (Pick<Workload, 'driver' | 'directory'> & Partial<Pick<Workload, 'copy'>>)[]
  /** Told what could not be removed in the end. */
  readonly warn?: ((text: string) => void) | undefined
}

/**
 * Both commits, each in a detached worktree of its own; disposing of them leaves the repository as it was.
 */
export interface Revisions extends AsyncDisposable {
  readonly base: Revision | null
  readonly head: Revision
  /** The folder of ours in which both lie; there is room for scratch files in it. */
  readonly folder: string
  readonly notes: readonly { readonly code: string; readonly text: string }[]
}

/**
 * Checks both commits out and copies drivers. Throws ConfigError when head lacks what the configuration
 * names, UserError when git fails.
 */
export async function checkOut(
  repository: Repository,
  commits: ChosenCommits,
  options: CheckOutOptions,
): Promise<Revisions> {
  const common = await git(repository, ['rev-parse', '--path-format=absolute', '--git-common-dir'])
  for (const problem of sweep(common)) options.warn?.(problem)
  const folder = await openFolder()
  const release = async () => {
    const problem = await closeFolder(folder)
    if (problem !== null) options.warn?.(problem)
  }
  try {
    ownsWorktreesOf(folder, common)
    return { ...(await fill(folder, repository, commits, options)), folder, [Symbol.asyncDispose]: release }
  } catch (error) {
    await release()
    throw error
  }
}

async function fill(
  folder: string,
  repository: Repository,
  commits: ChosenCommits,
  { workloads }: CheckOutOptions,
): Promise<Pick<Revisions, 'base' | 'head' | 'notes'>> {
  const driver = [...new Set(workloads.flatMap((workload) => workload.driver))]
  const head = await addWorktree(repository, folder, 'head', commits.head)
  await requireDirectories(head, workloads)
  await requireDriver(head, driver)
  const base = commits.base === null ? null : await addWorktree(repository, folder, 'base', commits.base)
  if (base !== null) await copyDriver(head, base, driver)
  const copied = [...new Set(workloads.flatMap((workload) => workload.copy ?? []))]
  await copyFromCheckout(repository, base === null ? [head] : [base, head], copied)
  return {
    base,
    head,
    notes: [...(await submodules(head)), ...(await lfsPointers(head)), ...(await sparse(head))],
  }
}

async function addWorktree(
  repository: Repository,
  folder: string,
  side: Side,
  commit: Commit,
): Promise<Revision> {
  const directory = join(folder, side)
  await git(repository, ['worktree', 'add', '--quiet', '--detach', directory, commit.sha])
  return { ...commit, side, directory, checkout: repository.root }
}

async function requireDirectories(head: Revision, workloads: CheckOutOptions['workloads']): Promise<void> {
  for (const { directory } of workloads) {
    if (!(await containsDirectory(head, directory))) throw await missing(head, 'directory', directory)
  }
}

/** Whether the commit itself holds the directory, whatever drivers were copied over it. */
export async function containsDirectory(revision: Revision, directory: string): Promise<boolean> {
  const tree = directory === '.' ? '' : directory
  // The worktree is our own, whoever owns the repository behind it.
  const worktree = { root: revision.directory, trusted: true }
  return (await askGit(worktree, ['cat-file', '-t', `${revision.sha}:${tree}`], [128])) === 'tree'
}

async function submodules(head: Revision): Promise<Revisions['notes']> {
  const stats = await lstat(join(head.directory, '.gitmodules')).catch(() => null)
  if (stats === null) return []
  const text = 'The repository has submodules; they are empty in both revisions unless `setup` fetches them.'
  return [{ code: 'submodules', text }]
}

const isPointer = /^version https:\/\/git-lfs\.github\.com\/spec\//

/** Files of Git LFS whose content was not brought: git writes a few lines in the place of each. */
async function lfsPointers(head: Revision): Promise<Revisions['notes']> {
  const attributes = await readFile(join(head.directory, '.gitattributes'), 'utf8').catch(() => '')
  if (!/\bfilter=lfs\b/.test(attributes)) return []
  const worktree = { root: head.directory, trusted: true }
  const listed = await git(worktree, ['ls-files', '-z', '--', ':(attr:filter=lfs)'])
  const [first] = listed.split('\0').filter((path) => path !== '')
  if (first === undefined) return []
  const text = await readFile(join(head.directory, first), 'latin1').catch(() => '')
  if (!isPointer.test(text)) return []
  const said = `Files of Git LFS are pointers in both revisions, \`${first}\` for one: install git-lfs and fetch them (actions/checkout with lfs: true) when the workload reads them.`
  return [{ code: 'lfs-pointers', text: said }]
}

/** A worktree of a sparse checkout is as sparse as the checkout. */
async function sparse(head: Revision): Promise<Revisions['notes']> {
  const worktree = { root: head.directory, trusted: true }
  // 1: it is not set.
  if ((await askGit(worktree, ['config', '--bool', 'core.sparseCheckout'], [1])) !== 'true') return []
  const listed = await git(worktree, ['ls-files', '-z', '-t'])
  const left = listed.split('\0').filter((line) => line.startsWith('S ')).length
  if (left === 0) return []
  const files = left === 1 ? '1 file of head is' : `${left} files of head are`
  const text = `The checkout is sparse: ${files} in neither revision. Leave \`sparse-checkout\` of actions/checkout out, or name in it all that the workload needs.`
  return [{ code: 'sparse-checkout', text }]
}
