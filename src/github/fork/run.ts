import * as z from 'zod'
import { ConfigError } from '../../errors.ts'
import type { Job } from '../job/job.ts'
import type { GitHub } from '../octokit.ts'

const repository = z.object({
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  owner: z.object({ login: z.string().min(1) }),
})
const payloadSchema = z.object({
  workflow_run: z.object({
    id: z.int().positive(),
    event: z.string(),
    head_sha: z.string().regex(/^[0-9a-f]{40,64}$/),
    head_branch: z.string().nullable(),
    conclusion: z
      .string()
      .regex(/^[a-z_]+$/)
      .nullish(),
    path: z.string().nullish(),
    // null once the fork was deleted
    head_repository: repository.nullable(),
  }),
})

/** The run of a fork's pull request, which could only read: GitHub's word on it, none of the fork's. */
export interface ForkRun {
  readonly id: number
  readonly sha: string
  readonly branch: string
  /** `success`, `cancelled`; null: GitHub does not say. */
  readonly conclusion: string | null
  /** The name of its workflow's file; null: GitHub does not say. */
  readonly workflow: string | null
  readonly fork: { readonly fullName: string; readonly owner: string }
}

/**
 * The fork's run that a `workflow_run` event tells of; null when it was none, and so has reported by itself.
 * Throws ConfigError.
 */
export function forkRunOf(payload: unknown, job: Job): ForkRun | null {
  const checked = payloadSchema.safeParse(payload)
  if (!checked.success)
    throw new ConfigError('The event is not workflow_run.', 'Run this workflow on: workflow_run.')
  const {
    event,
    head_branch: branch,
    head_repository: fork,
    head_sha: sha,
    ...run
  } = checked.data.workflow_run
  const { conclusion = null, id, path } = run
  const own = `${job.repository.owner}/${job.repository.repo}`
  if (event !== 'pull_request' || fork === null || branch === null || fork.full_name === own) return null
  const workflow = path?.split('@')[0]?.split('/').at(-1) || null
  return {
    id,
    sha,
    branch,
    conclusion,
    workflow,
    fork: { fullName: fork.full_name, owner: fork.owner.login },
  }
}

/**
 * The open pull requests whose newest commit is the one that was measured:
 * none when it has moved on or is closed, several when one branch is asked to be merged into several.
 * GitHub leaves `workflow_run.pull_requests` empty for forks,
 * and what an artifact says of itself is not believed.
 */
export async function findPullRequests(github: GitHub, job: Job, run: ForkRun): Promise<readonly number[]> {
  const pulls = await github.paginate(github.rest.pulls.list, {
    ...job.repository,
    state: 'open',
    head: `${run.fork.owner}:${run.branch}`,
    per_page: 100,
  })
  // Must not pass for "there is none".
  if (!Array.isArray(pulls) || !pulls.every(isPullRequest))
    throw new Error('GitHub’s answer is not a list of pull requests.')
  return pulls
    .filter(
      ({ head }) =>
        head.sha === run.sha && head.ref === run.branch && head.repo?.full_name === run.fork.fullName,
    )
    .map(({ number }) => number)
}

const isPullRequest = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'number' in value && 'head' in value

/** Whose figures these are, as Markdown. */
export function originOf(job: Job, run: ForkRun): string {
  const { owner, repo } = job.repository
  const url = `${job.serverUrl}/${owner}/${repo}/actions/runs/${run.id}`
  return `Measured by [run ${run.id}](${url}) of \`${run.fork.fullName}\`; the figures are that fork’s own, and that run is the check.`
}
