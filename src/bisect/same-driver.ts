import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitTree } from '../checkout/git/commit-tree.ts'
import { askGit, git, type Repository } from '../checkout/git/git.ts'

/**
 * `sha` with the driver of `like`, so that every commit is driven alike, also those from before it was
 * written: itself where it has the same one, else a commit that stands in no ref.
 */
export async function withDriver(
  repository: Repository,
  sha: string,
  { driver, like }: { readonly driver: readonly string[]; readonly like: string },
): Promise<string> {
  const objects = (commit: string) => Promise.all(driver.map((path) => objectAt(repository, commit, path)))
  const [own, wanted] = [await objects(sha), await objects(like)]
  if (own.every((object, i) => object === wanted[i])) return sha
  const folder = await mkdtemp(join(tmpdir(), 'leakdiff-bisect-'))
  try {
    const index = { GIT_INDEX_FILE: join(folder, 'index') }
    await git(repository, ['read-tree', sha], index)
    for (const path of driver) await replace(repository, path, like, index)
    const tree = await git(repository, ['write-tree'], index)
    const message = `${sha} with the driver of ${like}`
    return await commitTree(repository, { tree, parent: sha, message })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const objectAt = (repository: Repository, commit: string, path: string): Promise<string | null> =>
  askGit(repository, ['rev-parse', '--verify', '--quiet', `${commit}:${path}`], [1, 128])

async function replace(
  repository: Repository,
  path: string,
  like: string,
  index: Readonly<Record<string, string>>,
): Promise<void> {
  await git(
    repository,
    ['rm', '-r', '--cached', '--quiet', '--ignore-unmatch', '--', `:(literal)${path}`],
    index,
  )
  const listed = await git(repository, ['ls-tree', '-r', '-z', '--full-tree', like, '--', path])
  for (const row of listed.split('\0')) {
    const [, mode, object, name] = /^(\d+) \w+ (\w+)\t(.+)$/s.exec(row) ?? []
    if (name === undefined) continue
    await git(repository, ['update-index', '--add', '--cacheinfo', `${mode},${object},${name}`], index)
  }
}
