import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { originOf } from '../../checkout/git/origin.ts'
import { openRepository, type Repository } from '../../checkout/git/repository.ts'
import type { Config } from '../../configure/config.ts'
import { loadConfig } from '../../configure/load.ts'
import { defaultFile } from '../../configure/sources/file.ts'
import { parseDrift } from '../../configure/values/drift.ts'
import { ConfigError, exitStatus, UserError } from '../../errors.ts'
import { storeOf } from '../../history/store/store.ts'
import { trendOf } from '../../pipeline/history/trend.ts'
import { pageScript } from '../../pipeline/page-script.ts'
import { bencherText } from '../../report/trend/exports/bencher.ts'
import { benchmarkActionText } from '../../report/trend/exports/github-action-benchmark.ts'
import { trendJson } from '../../report/trend/exports/json.ts'
import { openMetricsText } from '../../report/trend/exports/openmetrics.ts'
import { renderTrendPage } from '../../report/trend/page.ts'
import { renderTrend } from '../../report/trend/terminal.ts'
import type { Trend } from '../../report/trend/trend.ts'
import { version } from '../../version.ts'
import { out } from '../out.ts'
import { typed } from '../terminal/invocation.ts'

export interface HistoryFlags {
  readonly config?: string
  readonly workload?: string
  readonly history?: string
  readonly drift?: string
  readonly html?: string
  readonly format: string
  readonly check?: boolean
}

/** How a history is printed: for people, and for places that keep such figures. */
const formats: Readonly<Record<string, (trend: Trend) => string>> = {
  text: renderTrend,
  json: trendJson,
  openmetrics: ({ series }) => openMetricsText(series),
  bencher: ({ series }) => bencherText(series),
  'github-action-benchmark': ({ series }) => benchmarkActionText(series),
}

/** `leakdiff history`: 0, and with `--check` the exit status of the drift budget. Throws UserError. */
export async function historyCommand(flags: HistoryFlags): Promise<number> {
  const format = formats[flags.format]
  if (format === undefined)
    throw new ConfigError(
      `--format is \`${flags.format}\``,
      `Write one of ${Object.keys(formats).join(', ')}.`,
    )
  const repository = await openRepository(process.cwd())
  const settings = await settingsOf(repository, flags)
  if (flags.check && settings.drift === null) throw noBudget
  const store = storeOf(settings.history, repository)
  if (store === null)
    throw new UserError('`history` is off: nothing is kept', 'Give --history ref, or a directory.')
  const history = await store.read()
  if (history.size === 0 && !flags.check) throw nothingKept(store.name)
  const { workload } = flags
  const trend = await trendOf({ repository, history, drift: settings.drift, now: new Date(), workload })
  if (flags.html !== undefined) await writePage(flags.html, trend, repository)
  out(format(trend))
  return flags.check ? exitStatus[trend.drift?.verdict ?? 'inconclusive'] : exitStatus.pass
}

/** Of the configuration where there is one: a history can be read without. */
async function settingsOf(
  { root }: Repository,
  { config, drift, history }: HistoryFlags,
): Promise<Pick<Config, 'history' | 'drift'>> {
  const given = drift === undefined ? null : parseDrift(drift)
  if (drift !== undefined && given === null)
    throw new ConfigError(`--drift is \`${drift}\``, 'Write a share and a time: --drift "5 % since v1.4".')
  const isWritten = config !== undefined || (await defaultFile(root)) !== null
  const written = isWritten
    ? await loadConfig({ root, configFile: config, inputs: {}, defaultName: 'workload' })
    : null
  return { history: history ?? written?.history ?? 'ref', drift: given ?? written?.drift ?? null }
}

async function writePage(file: string, trend: Trend, repository: Repository): Promise<void> {
  const { branch, name, url } = await originOf(repository)
  const date = new Date().toISOString()
  const where = { repository: name, repositoryUrl: url, branch, command: typed(process.argv) }
  const page = { ...where, date, script: await pageScript(), version }
  await mkdir(dirname(resolve(file)), { recursive: true })
  await writeFile(file, renderTrendPage(trend, page))
}

const noBudget = new ConfigError(
  'There is no drift budget to check',
  'Set `drift: 5 % since v1.4` in the configuration, or give --drift.',
)

const nothingKept = (place: string): UserError =>
  new UserError(
    `No run has left its figures in ${place} yet`,
    'Runs of the action on the default branch do, with `permissions: contents: write`; elsewhere `leakdiff run --record` does.',
  )
