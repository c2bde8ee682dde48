import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { openRepository } from '../checkout/git/repository.ts'
import { reportTrials } from '../pipeline/report-trials.ts'
import { acceptUntil } from '../report/narrative/accept.ts'
import type { RenderOptions } from '../report/options.ts'
import { renderHtml } from '../report/render/html.ts'
import { renderJson } from '../report/render/json.ts'
import { renderJunit } from '../report/render/junit.ts'
import { renderComment } from '../report/render/markdown.ts'
import { renderTerminal } from '../report/render/terminal.ts'
import type { Result } from '../report/result.ts'
import { stepStatus } from '../report/step-status.ts'
import { vocabulary } from '../runtimes/index.ts'
import { configOf, type Outputs, type RunOptions } from './options.ts'

/** `leakdiff report`: the exit status, as of `leakdiff run`. */
export async function reportCommand(directories: readonly string[], options: RunOptions): Promise<number> {
  const repository = await openRepository(process.cwd())
  const config = await configOf(repository.root, options)
  const result = await reportTrials({ config, repository, directories: directories.map((d) => resolve(d)) })
  await tell(result, options, {})
  return stepStatus(result.verdict, config.failOn)
}

/** The report on stdout, and in the files that were asked for. */
export async function tell(result: Result, outputs: Outputs, options: RenderOptions): Promise<void> {
  const rendering = { vocabulary, acceptUntil: acceptUntil(new Date()), ...options }
  const forms = [
    [outputs.json, () => renderJson(result)],
    [outputs.markdown, () => renderComment(result, rendering)],
    [outputs.html, () => renderHtml(result, rendering)],
    [outputs.junit, () => renderJunit(result, rendering)],
  ] as const
  for (const [file, render] of forms) {
    if (file === undefined) continue
    await mkdir(dirname(resolve(file)), { recursive: true })
    await writeFile(file, render())
  }
  const { columns, isTTY } = process.stdout
  process.stdout.write(renderTerminal(result, { ...rendering, color: isTTY, width: columns ?? 100 }))
}
