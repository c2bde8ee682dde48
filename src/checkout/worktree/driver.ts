import { cp, lstat, mkdir, readdir, realpath, rm } from 'node:fs/promises'
import { dirname, join, posix, sep } from 'node:path'
import { didYouMean } from '../../configure/sources/nearest.ts'
import { ConfigError } from '../../errors.ts'
import type { Revision } from '../revision.ts'

/** Throws ConfigError unless head holds every file and folder of a driver. */
export async function requireDriver(head: Revision, driver: readonly string[]): Promise<void> {
  for (const path of driver) {
    if (!(await holds(head, path))) throw await missing(head, 'driver', path)
  }
}

/**
 * Puts head's files and folders in the place of base's, so that both sides are driven alike;
 * what only base has in them goes.
 */
export async function copyDriver(head: Revision, base: Revision, driver: readonly string[]): Promise<void> {
  await requireDriver(head, driver)
  for (const path of driver) {
    const target = join(base.directory, path)
    await makeParents(base.directory, path)
    await rm(target, { recursive: true, force: true })
    await cp(join(head.directory, path), target, {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
    })
  }
}

/** An error for a path of the configuration that head does not have. */
export async function missing(
  head: Revision,
  key: 'driver' | 'directory',
  path: string,
): Promise<ConfigError> {
  const parent = posix.dirname(path)
  const siblings = await readdir(join(head.directory, parent)).catch(() => [])
  const names = siblings.map((name) => posix.join(parent, name))
  return new ConfigError(
    `\`${key}\`: head ${head.sha.slice(0, 7)} has no ${path}${didYouMean(path, names)}`,
    'Correct the path, which is taken from the root of the repository, or commit it: ignored files are not a part of it.',
  )
}

/** false as well for what a symbolic link leads out of the revision to. */
async function holds({ directory }: Revision, path: string): Promise<boolean> {
  const [root, parent] = await Promise.all([
    realpath(directory),
    realpath(join(directory, dirname(path))).catch(() => null),
  ])
  if (parent === null || (parent !== root && !parent.startsWith(root + sep))) return false
  return await lstat(join(directory, path)).then(
    () => true,
    () => false,
  )
}

/** Folders down to the path; a file or a link that stands in the way on base is replaced, never followed. */
export async function makeParents(root: string, path: string): Promise<void> {
  let folder = root
  for (const name of posix
    .dirname(path)
    .split('/')
    .filter((part) => part !== '.')) {
    folder = join(folder, name)
    const stats = await lstat(folder).catch(() => null)
    if (stats !== null && !stats.isDirectory()) await rm(folder, { force: true })
    await mkdir(folder, { recursive: true })
  }
}
