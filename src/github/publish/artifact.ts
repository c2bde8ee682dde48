import { patience } from '../octokit.ts'
import { within } from '../within.ts'

/** Keeps files of `directory` with the run, under `name`. Throws when the service refuses, or takes longer than `patience`. */
export async function keepArtifact(name: string, directory: string, files: readonly string[]): Promise<void> {
  // 2 MB of JavaScript that most of a run does not need.
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const upload = new DefaultArtifactClient().uploadArtifact(name, [...files], directory)
  await within(patience, upload)
}
