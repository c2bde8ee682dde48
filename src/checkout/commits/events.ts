import * as z from 'zod'
import { UserError } from '../../errors.ts'
import { fateOf } from './github-events.ts'

/** What the runner says happened; the payload is whatever stood in the event's file. */
export interface Event {
  readonly name: string
  readonly payload: unknown
  /** What was checked out: `refs/heads/main`; left out: nobody said. */
  readonly ref?: string
}

// Only what choosing commits needs: the rest of a payload is none of our business.
const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
const pullRequest = z.object({
  pull_request: z.object({ head: z.object({ sha }), base: z.object({ ref: z.string().min(1) }) }),
})
const mergeGroup = z.object({ merge_group: z.object({ base_sha: sha }) })
const push = z.object({
  before: sha,
  ref: z.string().min(1),
  created: z.boolean().optional(),
  deleted: z.boolean().optional(),
  forced: z.boolean().optional(),
  repository: z.object({ default_branch: z.string().min(1) }),
})

/** What happened, told apart by how it chooses the commit to compare with. */
export type Occasion =
  | { readonly kind: 'pull-request'; readonly headSha: string; readonly target: string }
  | { readonly kind: 'merge-group'; readonly baseSha: string }
  | {
      readonly kind: 'push'
      readonly before: string | null
      readonly ref: string
      readonly defaultBranch: string
    }
  | { readonly kind: 'deletion'; readonly ref: string }
  | { readonly kind: 'refused'; readonly name: string; readonly why: string }
  /** On a branch: which, and which is the default one, as far as the event tells. */
  | { readonly kind: 'branch'; readonly branch: string; readonly defaultBranch: string }
  | { readonly kind: 'tag'; readonly orParent: boolean }
  | { readonly kind: 'unknown'; readonly name: string }

/** Reads an event; throws UserError when its payload is not what the forge sends. */
export function occasionOf(event: Event): Occasion {
  const { name, payload } = event
  const fate = fateOf(name)
  if ('refused' in fate) return { kind: 'refused', name, why: fate.refused }
  if (fate.way === 'pull-request') {
    const { pull_request: pull } = checked(pullRequest, name, payload)
    return { kind: 'pull-request', headSha: pull.head.sha, target: pull.base.ref }
  }
  if (fate.way === 'merge-group')
    return { kind: 'merge-group', baseSha: checked(mergeGroup, name, payload).merge_group.base_sha }
  if (fate.way === 'push') return pushed(checked(push, name, payload))
  if (fate.way === 'needs-base') return { kind: 'unknown', name }
  return fate.way === 'tag' ? { kind: 'tag', orParent: false } : onBranch(event)
}

const placed = z.object({
  ref: z.string().optional(),
  repository: z.object({ default_branch: z.string().min(1) }).optional(),
})

/** On the default branch, on a tag, and where nobody says which it is: what the last release had. */
function onBranch({ payload, ref }: Event): Occasion {
  const told = placed.safeParse(payload)
  const here = ref || told.data?.ref || ''
  const branch = here.startsWith('refs/heads/') ? here.slice('refs/heads/'.length) : null
  const defaultBranch = told.data?.repository?.default_branch
  if (branch === null || defaultBranch === undefined || branch === defaultBranch)
    return { kind: 'tag', orParent: branch !== null }
  return { kind: 'branch', branch, defaultBranch }
}

function pushed({ before, ref, created, deleted, forced, repository }: z.infer<typeof push>): Occasion {
  if (deleted) return { kind: 'deletion', ref }
  const isNew = created || forced || /^0+$/.test(before)
  return { kind: 'push', before: isNew ? null : before, ref, defaultBranch: repository.default_branch }
}

function checked<T>(schema: z.ZodType<T>, name: string, payload: unknown): T {
  const parsed = schema.safeParse(payload)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UserError(
    `The payload of the event ${name} has no usable ${issue?.path.join('.') || 'content'}`,
    'The file that GITHUB_EVENT_PATH names must hold the event as the forge sends it.',
  )
}
