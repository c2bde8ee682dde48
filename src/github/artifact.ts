import { within } from './within.ts'

/** The library itself tries for 27 s against a service that fails; a report is not worth more, in milliseconds. */
const longestUpload = 30_000

/** Keeps files of `directory` with the run, under `name`. Throws when the service refuses or takes too long. */
export async function keepArtifact(name: string, directory: string, files: readonly string[]): Promise<void> {
  // 2 MB of JavaScript that most of a run does not need.
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const upload = new DefaultArtifactClient().uploadArtifact(name, [...files], directory)
  await within(longestUpload, upload)
}
