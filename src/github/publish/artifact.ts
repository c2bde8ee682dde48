import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { inTime } from '../in-time.ts'
import { patience } from '../octokit.ts'

/**
 * Keeps files of `directory` with the run, under `name`; in it they lie below the directory's own name,
 * so that several artifacts unpacked into one place stay apart. Where another use of the action has that name
 * already, a few characters follow it. Throws when the service refuses, or takes longer than `patience`.
 */
export async function keepArtifact(name: string, directory: string, files: readonly string[]): Promise<void> {
  // 2 MB of JavaScript that most of a run does not need.
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  const upload = (as: string) => client.uploadArtifact(as, [...files], dirname(directory))
  const both = upload(name).catch((error: unknown) => {
    if (!isTaken(error)) throw error
    return upload(`${name}~~${randomBytes(4).toString('hex')}`)
  })
  await inTime(patience, both)
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && /\b409\b|already exists/i.test(error.message)
