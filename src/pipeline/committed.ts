import type { Repository } from '../checkout/git/git.ts'
import { fileAt } from '../checkout/git/read-file.ts'
import { type Committed, committedIn, textsOf, withShown } from '../configure/committed.ts'
import type { Config } from '../configure/config.ts'
import { textSource } from '../configure/file.ts'
import { ConfigError } from '../errors.ts'
import { knowPublic } from '../secrets.ts'

/** The texts of workloads that the configuration file of a commit defines; a file that is not there, or broken there, defines none. */
export async function committedFile(
  repository: Repository,
  sha: string,
  { file }: Pick<Config, 'file'>,
): Promise<readonly Committed[]> {
  const text = file === undefined || file.startsWith('/') ? null : await fileAt(repository, sha, file)
  return text === null ? [] : await committedText(text)
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

/** The configuration with all that may be published of it: what its file holds at `sha`, and what else is known to stand there. */
export async function shownAt(
  repository: Repository,
  sha: string,
  config: Config,
  known: readonly Committed[] = [],
): Promise<Config> {
  const isCommit = /^[0-9a-f]{40,64}$/.test(sha)
  const file = isCommit ? await committedFile(repository, sha, config) : []
  const shown = withShown(config, [...known, ...file])
  for (const workload of shown.workloads) {
    const own = textsOf(workload)
    knowPublic(
      ...Object.entries(workload.shown ?? {}).flatMap(([key, text]) => (own[key] === text ? [text] : [])),
    )
  }
  return shown
}
