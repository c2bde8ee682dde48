import { chmodSync, lstatSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isLiving, isOurs, ownerOf, ownPrefix, temporary } from './temporary.ts'

const live = new Set<string>()

/** A new folder that only this user can read; it is gone at the latest when the process ends. */
export async function openFolder(): Promise<string> {
  if (live.size === 0) process.once('exit', releaseSync)
  const folder = await mkdtemp(join(temporary('any'), ownPrefix('work')))
  live.add(folder)
  return folder
}

/** Notes whose worktrees a folder will hold, so that whoever removes it finds what git keeps of them. */
export function ownsWorktreesOf(folder: string, commonDirectory: string): void {
  writeFileSync(join(folder, 'repository'), commonDirectory)
}

/**
 * Removes the folder and what git keeps of the worktrees in it; resolves to why it could not be removed,
 * or null.
 */
export async function closeFolder(folder: string): Promise<string | null> {
  forgetWorktrees(folder)
  await rm(folder, { recursive: true, force: true }).catch(() => {
    // Once more, with more force.
  })
  return removeSync(folder)
}

/**
 * Removes every folder of this process at once: for signals, after which nothing asynchronous runs any more.
 */
export function releaseSync(): void {
  for (const folder of live) {
    forgetWorktrees(folder)
    removeSync(folder)
  }
}

/**
 * Removes what earlier processes left when they were killed: their folders, and what the repository keeps of
 * worktrees in them. Gives what could not be removed.
 */
export function sweep(commonDirectory: string): readonly string[] {
  const folders = namesIn(temporary('any')).map((name) => join(temporary('any'), name))
  const problems = folders
    .filter((path) => isAbandoned(path) && isOurs(path))
    .map((folder) => {
      forgetWorktrees(folder)
      return removeSync(folder)
    })
  forget(commonDirectory, (worktree) => isAbandoned(dirname(worktree)) && !exists(dirname(worktree)))
  return problems.filter((problem) => problem !== null)
}

function isAbandoned(folder: string): boolean {
  const owner = ownerOf('work', basename(folder))
  if (owner === null || live.has(folder)) return false
  return owner === process.pid || !isLiving(owner)
}

const exists = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined

function forgetWorktrees(folder: string): void {
  const owner = textOf(join(folder, 'repository'))
  if (owner !== null) forget(owner, (worktree) => worktree.startsWith(`${folder}/`))
}

/**
 * What `git worktree remove` does for a worktree that is gone;
 * `git worktree prune` would take the user's own as well.
 */
function forget(commonDirectory: string, isGone: (worktree: string) => boolean): void {
  const worktrees = join(commonDirectory, 'worktrees')
  const gone = namesIn(worktrees).filter((name) => {
    const gitFile = textOf(join(worktrees, name, 'gitdir'))?.trim()
    return gitFile !== undefined && isGone(dirname(gitFile))
  })
  for (const name of gone) rmSync(join(worktrees, name), { recursive: true, force: true })
  try {
    // As git does when the last one goes; it leaves an empty folder when it could not add one.
    rmdirSync(worktrees)
  } catch {
    // There are others, or there never was one.
  }
}

/** [] when there is no such folder: another leakdiff may be cleaning up at this moment. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function removeSync(folder: string): string | null {
  live.delete(folder)
  if (live.size === 0) process.removeListener('exit', releaseSync)
  try {
    makeWritable(folder)
    rmSync(folder, { recursive: true, force: true })
    return null
  } catch (error) {
    return `${folder} could not be removed: ${error instanceof Error ? error.message : error}`
  }
}

/** Caches of packages may make their folders read-only, and nothing in them can be removed then. */
function makeWritable(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  if (!stats?.isDirectory()) return
  if ((stats.mode & 0o700) !== 0o700) chmodSync(folder, 0o700)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(folder, entry.name))
  }
}
