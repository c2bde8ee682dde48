import { lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from '../../checkout/git/git.ts'
import type { Revision } from '../../checkout/revision.ts'
import { copyFromCheckout } from '../../checkout/worktree/copy.ts'
import { ConfigError } from '../../errors.ts'
import type { Installed } from '../../runtimes/onboarding/onboarding.ts'

/**
 * Puts what is installed in the checkout into the copy,
 * in the place of what a failed installation left there: copied, since a build writes into it. The paths of
 * which there was something.
 */
export async function installedCopy(
  { repository, revision }: { readonly repository: Repository; readonly revision: Revision },
  { paths }: Installed,
): Promise<readonly string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const stats = await lstat(join(repository.root, path)).catch(() => null)
      return stats?.isDirectory() ? [path] : []
    }),
  )
  const there = found.flat()
  for (const path of there) await rm(join(revision.directory, path), { recursive: true, force: true })
  try {
    await copyFromCheckout(repository, [revision], there)
    return there
  } catch (error) {
    // Part of it leads out of the checkout, or is the repository's own.
    if (error instanceof ConfigError) return []
    throw error
  }
}
