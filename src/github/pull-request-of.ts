import { remoteOf } from '../checkout/git/origin.ts'
import { inTime } from './in-time.ts'
import { createGitHub } from './octokit.ts'

/** A pull request that a commit came in by. */
export interface MergedPull {
  readonly number: number
  readonly title: string
  readonly url: string
}

/** Milliseconds to wait for a name that nothing depends on. */
const patience = 10_000

/**
 * The pull request that GitHub names for a commit. null: there is none, no token, or no answer.
 * The token goes to GITHUB_API_URL where that is set, else to github.com, and to no other forge.
 */
export async function pullRequestOf(
  sha: string,
  remote: string | null,
  env: Readonly<Record<string, string | undefined>>,
): Promise<MergedPull | null> {
  const token = env.GITHUB_TOKEN || env.GH_TOKEN
  const of = remoteOf(remote)
  const api = env.GITHUB_API_URL || (of?.host === 'github.com' ? 'https://api.github.com' : null)
  if (!token || api === null || of === null) return null
  const { owner, repo } = of
  try {
    const github = createGitHub(token, api, Date.now() + patience)
    const asked = github.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: sha })
    const { data } = await inTime(patience, asked)
    const pull = data.find(({ merged_at }) => merged_at !== null) ?? data[0]
    return pull === undefined ? null : { number: pull.number, title: pull.title, url: pull.html_url }
  } catch {
    return null
  }
}
