import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pageScript } from '../../pipeline/page-script.ts'
import { acceptUntil } from '../../report/narrative/accept.ts'
import type { RenderOptions } from '../../report/options.ts'
import { renderHtml } from '../../report/page/page.ts'
import { profileFiles } from '../../report/profiles/profiles.ts'
import { renderJson } from '../../report/render/json.ts'
import { renderJunit } from '../../report/render/junit.ts'
import { renderComment } from '../../report/render/markdown.ts'
import { renderTerminal } from '../../report/render/terminal.ts'
import type { Result } from '../../report/result.ts'
import type { Trial } from '../../trial/trial.ts'
import type { Outputs } from '../options.ts'
import { out } from '../out.ts'

/** A result, and the trials that it was judged by. */
export interface Outcome {
  readonly result: Result
  readonly trials: readonly Trial[]
}

/** The report on stdout, and in the files that were asked for. */
export async function tell(
  { result, trials }: Outcome,
  outputs: Outputs,
  options: RenderOptions,
): Promise<void> {
  const { writeProfiles } = outputs
  const profiles = writeProfiles === undefined ? [] : profileFiles(trials)
  const files = profiles.map(({ name }) => join(writeProfiles ?? '', name))
  const kept = { where: 'on this machine', files }
  const rendering = { acceptUntil: acceptUntil(new Date()), profiles: kept, ...options }
  const page = async () =>
    renderHtml(result, {
      ...rendering,
      trials,
      script: await pageScript(),
      about: { date: new Date().toISOString(), ...rendering.about },
    })
  const forms = [
    [outputs.json, async () => renderJson(result)],
    [outputs.markdown, async () => renderComment(result, rendering)],
    [outputs.html, page],
    [outputs.junit, async () => renderJunit(result, rendering)],
  ] as const
  for (const [file, render] of forms) if (file !== undefined) await writeInto(file, await render())
  for (const [i, { bytes }] of profiles.entries()) await writeInto(files[i] ?? '', bytes)
  const { columns, isTTY } = process.stdout
  const accepting = outputs.accept === true ? {} : { acceptUntil: null }
  out(renderTerminal(result, { ...rendering, ...accepting, color: isTTY, width: columns ?? 100 }))
}

async function writeInto(file: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(resolve(file)), { recursive: true })
  await writeFile(file, content)
}
