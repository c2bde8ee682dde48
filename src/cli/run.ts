import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { chooseCommits } from '../checkout/commits/choose.ts'
import type { Repository } from '../checkout/git/git.ts'
import { openRepository } from '../checkout/git/repository.ts'
import type { Config } from '../configure/config.ts'
import { loadConfig } from '../configure/load.ts'
import { run } from '../pipeline/run.ts'
import { acceptUntil } from '../report/narrative/accept.ts'
import type { RenderOptions } from '../report/options.ts'
import { renderHtml } from '../report/render/html.ts'
import { renderJson } from '../report/render/json.ts'
import { renderJunit } from '../report/render/junit.ts'
import { renderComment } from '../report/render/markdown.ts'
import { renderTerminal } from '../report/render/terminal.ts'
import type { Result } from '../report/result.ts'
import { stepStatus } from '../report/step-status.ts'
import { onInterrupt } from './interrupt.ts'
import { createProgress } from './progress.ts'
import { shellWord } from './shell-word.ts'

/** Where the report goes besides stdout. */
export interface Outputs {
  readonly json?: string | undefined
  readonly html?: string | undefined
  readonly markdown?: string | undefined
  readonly junit?: string | undefined
}

export interface RunOptions extends Outputs {
  readonly config?: string | undefined
  readonly workload?: string | undefined
  readonly base?: string | undefined
  readonly head?: string | undefined
  readonly out?: string | undefined
  /** Directory that gets the raw profiles of every round. */
  readonly keep?: string | undefined
  readonly bisect?: boolean | undefined
  /** Every scalar key of the configuration that was given as a flag. */
  readonly inputs: Readonly<Record<string, string>>
}

/** `leakdiff run`: the exit status. Throws UserError for what a person can mend. */
export async function runCommand(options: RunOptions): Promise<number> {
  const repository = await openRepository(process.cwd())
  const config = await configOf(repository.root, options)
  const result = await measured(repository, config, options)
  const bisect = () => bisectLine(process.argv.slice(2))
  await tell(result, options, { bisect })
  const status = stepStatus(result.verdict, config.failOn)
  return status === 3 && options.bisect ? 125 : status
}

/** The configuration of the file and the flags together. */
export function configOf(
  root: string,
  { config, inputs, workload }: Pick<RunOptions, 'config' | 'inputs' | 'workload'>,
): Promise<Config> {
  const naming = (key: string) => `--${key}`
  return loadConfig({ root, configFile: config, inputs, workload, defaultName: 'workload', naming })
}

/** Measures in `repository`; an interrupt ends it with nothing left behind. */
export async function measured(
  repository: Repository,
  config: Config,
  { base, head, keep, out }: Pick<RunOptions, 'base' | 'head' | 'keep' | 'out'>,
): Promise<Result> {
  const progress = createProgress(process.stderr, process.env.CI === 'true')
  using interrupt = onInterrupt()
  try {
    const commits = await chooseCommits({ repository, event: null, base, head })
    return await run({
      config,
      repository,
      commits,
      out: out === undefined ? null : resolve(out),
      keepProfiles: keep && resolve(keep),
      log: progress,
      signal: interrupt.signal,
    })
  } finally {
    progress.end()
  }
}

/** The report on stdout, and in the files that were asked for. */
export async function tell(result: Result, outputs: Outputs, options: RenderOptions): Promise<void> {
  const rendering = { acceptUntil: acceptUntil(new Date()), ...options }
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

/** The same command for `git bisect run`, which takes 125 for "cannot be tested". */
function bisectLine(args: readonly string[]): string {
  const kept = args.filter((arg, i) => !/^--(head|bisect)\b/.test(arg) && args[i - 1] !== '--head')
  return ['git bisect run leakdiff', ...kept.map(shellWord), '--head HEAD --bisect'].join(' ')
}
