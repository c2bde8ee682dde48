import type { Repository } from '../checkout/git/git.ts'
import { fileAt } from '../checkout/git/read-file.ts'
import { type Committed, committedIn, textsOf, withShown } from '../configure/committed.ts'
import type { Config } from '../configure/config.ts'
import { defaultFiles, textSource } from '../configure/sources/file.ts'
import { ConfigError } from '../errors.ts'
import { knowPublic } from '../secrets.ts'

export interface ShownRequest {
  readonly repository: Repository
  readonly config: Config
  /** Relative to the root; left out: where a configuration is looked for when none is named. */
  readonly configFile?: string | undefined
  /** Texts of workloads that stand in the repository elsewhere than in the configuration file. */
  readonly committed?: readonly Committed[]
}

/**
 * The texts of workloads that the configuration file of a commit defines; a file that is not there,
 * or broken there, defines none.
 */
export async function committedFile(
  repository: Repository,
  sha: string,
  file?: string,
): Promise<readonly Committed[]> {
  const paths = (file === undefined ? defaultFiles : [file]).filter((path) => !/^\/|^\.\./.test(path))
  const found = await Promise.all(
    paths.map(async (path) => {
      const text = await fileAt(repository, sha, path.replace(/^\.\//, ''))
      return text === null ? [] : await committedText(text)
    }),
  )
  return found.flat()
}

/** The same of a configuration that was given as text. */
export async function committedText(text: string): Promise<readonly Committed[]> {
  try {
    return committedIn((await textSource(text, 'configuration')).value)
  } catch (error) {
    if (error instanceof ConfigError) return []
    throw error
  }
}

/**
 * The configuration with all that may be published of it: what its file holds at `sha`,
 * and what else is known to stand there.
 */
export async function shownAt(sha: string, request: ShownRequest): Promise<Config> {
  const { committed = [], config, configFile, repository } = request
  const isCommit = /^[0-9a-f]{40,64}$/.test(sha)
  const inFile = isCommit ? await committedFile(repository, sha, configFile) : []
  const shown = withShown(config, [...committed, ...inFile])
  for (const workload of shown.workloads) {
    const given = textsOf(workload)
    const same = Object.entries(workload.shown ?? {}).filter(([key, text]) => given[key] === text)
    knowPublic(...same.map(([, text]) => text))
  }
  return shown
}
