import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import { git, type Repository } from '../checkout/git/git.ts'

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
/** What leaks at BAD, and is looked for at every other commit. */
const suspect = z.strictObject({
  workload: z.string(),
  quantity: z.string(),
  role: z.string(),
  /** It is so large that few rounds show it. */
  plain: z.boolean(),
})

const state = z.strictObject({
  schemaVersion: z.literal(1),
  /** All that decides what a commit is: commits, workloads and version. Another one begins anew. */
  identity: z.string(),
  suspect: suspect.nullable(),
  /** Commits that were measured, in order. */
  known: z.array(z.strictObject({ sha, is: z.enum(['good', 'bad', 'undecided']) })).max(10_000),
})

export type State = z.infer<typeof state>
export type Suspect = z.infer<typeof suspect>
export type Standing = State['known'][number]['is']

/** Below .git, where no commit and no clean-up of the work tree finds it. */
export async function statePath({ root, ...access }: Repository): Promise<string> {
  return resolve(root, await git({ root, ...access }, ['rev-parse', '--git-path', 'leakdiff/bisect.json']))
}

/** What an earlier call has found of the same question; else nothing is known. */
export async function readState(path: string, identity: string): Promise<State> {
  const empty: State = { schemaVersion: 1, identity, suspect: null, known: [] }
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return empty
  const checked = state.safeParse(jsonOf(text))
  return checked.success && checked.data.identity === identity ? checked.data : empty
}

export async function writeState(path: string, known: State): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.part`, JSON.stringify(known))
  await rename(`${path}.part`, path)
}

export const forgetState = async (path: string): Promise<void> => await rm(path, { force: true })

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
