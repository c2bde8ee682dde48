import * as core from '@actions/core'

/** The runner drops a step's summary that is longer, in bytes. */
const longestSummary = 1024 * 1024

/** Adds Markdown to the job's summary page. Throws when the runner gave no file for it. */
export async function writeSummary(markdown: string): Promise<void> {
  const size = Buffer.byteLength(markdown)
  if (size > longestSummary) throw new Error(`it has ${size} bytes and GitHub shows ${longestSummary}`)
  await core.summary.addRaw(markdown, true).write()
}
