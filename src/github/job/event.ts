import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { ConfigError } from '../../errors.ts'
import type { Job } from './job.ts'

/** What triggered the workflow: all that commits are chosen by, and the pull request to report to. */
export interface Event {
  readonly name: string
  readonly payload: unknown
  readonly pullRequest: PullRequest | null
  /** null: the event does not tell. */
  readonly defaultBranch: string | null
}

export interface PullRequest {
  readonly number: number
  /** From another repository, so that the token can only read. */
  readonly fromFork: boolean
  /** Closed already when the event was sent: nobody waits for a comment. */
  readonly closed: boolean
}

const repository = z.object({ full_name: z.string() })
const payloadSchema = z.object({
  repository: z.object({ default_branch: z.string().optional() }).optional(),
  pull_request: z
    .object({
      number: z.int().positive(),
      state: z.string().optional(),
      // null once the fork was deleted
      head: z.object({ repo: repository.nullable() }),
      base: z.object({ repo: repository }),
    })
    .optional(),
})

/**
 * What a pull request measures is its own; only the default branch's runs measure what others compare with.
 */
export function isDefaultBranch({ ref }: Pick<Job, 'ref'>, { defaultBranch, name }: Event): boolean {
  const ofBranch = ['push', 'schedule', 'workflow_dispatch'].includes(name)
  return ofBranch && defaultBranch !== null && ref === `refs/heads/${defaultBranch}`
}

/** The event of this run. Throws ConfigError when the runner's file is absent or is not an event. */
export async function readEvent(env: Readonly<Record<string, string | undefined>>): Promise<Event> {
  const name = env.GITHUB_EVENT_NAME
  const path = env.GITHUB_EVENT_PATH
  if (!name || !path) throw new ConfigError('GITHUB_EVENT_NAME and GITHUB_EVENT_PATH are not set', inAction)
  const payload = await readJson(path)
  const checked = payloadSchema.safeParse(payload, { jitless: true })
  if (!checked.success) {
    throw new ConfigError(`${path} is not a GitHub event: ${z.prettifyError(checked.error)}`, inAction)
  }
  const defaultBranch = checked.data.repository?.default_branch ?? null
  return { name, payload, pullRequest: pullRequest(checked.data), defaultBranch }
}

const inAction = 'Run the action in a workflow, or use the command line: leakdiff run.'

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(`the event cannot be read from ${path}: ${why}`, inAction, { cause })
  }
}

function pullRequest({ pull_request: pull }: z.infer<typeof payloadSchema>): PullRequest | null {
  if (!pull) return null
  const fromFork = pull.head.repo?.full_name !== pull.base.repo.full_name
  return { number: pull.number, fromFork, closed: pull.state === 'closed' }
}
