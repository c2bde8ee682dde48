import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as core from '@actions/core'
import type { Result } from '../../report/result.ts'
import { stepStatus } from '../../report/step-status.ts'
import { trialFiles } from '../../trial/file.ts'
import { info, warn } from '../job/log.ts'
import type { Target } from '../job/target.ts'
import { patience } from '../octokit.ts'
import { annotate } from './annotate.ts'
import { type ReportFiles, setOutputs } from './outputs.ts'
import { type Forms, profileFolder } from './rendered.ts'
import { writeSummary } from './summary.ts'

/**
 * Tells GitHub the result: outputs, report files, summary, annotations, artifact, comment.
 * What GitHub refuses is warned about and never changes the verdict, nor does what it does not answer before
 * `deadline` (a time of Date.now). Returns the exit status of the step.
 */
export async function publish(
  result: Result,
  forms: Forms,
  target: Target,
  deadline = Date.now() + patience,
): Promise<number> {
  const status = stepStatus(result.verdict, target.failOn)
  const files = await attempt('The report could not be written', () => writeReport(forms, target))
  setOutputs(result, files, target.directory)
  await attempt('The job summary could not be written', () => writeSummary(forms.summary()))
  // Side by side: a service that is down for as long as we wait for it must not take the other's time.
  const [url] = await Promise.all([
    attempt('The comment could not be written', () => comment(result, forms, target, deadline)),
    attempt('The report could not be kept as an artifact', () => upload(files, target)),
  ])
  core.setOutput('comment-url', url ?? '')
  await attempt('The annotations could not be made', () => headlineAndPlaces(result, forms, status))
  return status
}

async function writeReport(forms: Forms, target: Target): Promise<ReportFiles> {
  const { directory } = target
  const files = { json: join(directory, 'leakdiff.json'), html: join(directory, 'report.html') }
  await mkdir(directory, { recursive: true })
  await writeFile(files.json, forms.json())
  await writeFile(files.html, await forms.html())
  await attempt('The profiles could not be written', () => writeProfiles(forms, directory))
  return files
}

async function writeProfiles(forms: Forms, directory: string): Promise<void> {
  const profiles = forms.profiles()
  if (profiles.length > 0) await mkdir(join(directory, profileFolder), { recursive: true })
  for (const { bytes, name } of profiles) await writeFile(join(directory, profileFolder, name), bytes)
}

async function profilesIn(directory: string): Promise<readonly string[]> {
  const folder = join(directory, profileFolder)
  return existsSync(folder) ? (await readdir(folder)).map((name) => join(folder, name)) : []
}

async function upload(files: ReportFiles | null, target: Target): Promise<void> {
  if (!target.artifact || files === null) return
  const { keepArtifact } = await import('./artifact.ts')
  const trials = existsSync(target.directory) ? await trialFiles(target.directory) : []
  const profiles = await profilesIn(target.directory)
  const all = [files.json, files.html, ...profiles, ...trials]
  await keepArtifact(target.artifactName, target.directory, all)
}

/** The comment's address, or null when there is none to have. */
async function comment(
  result: Result,
  forms: Forms,
  target: Target,
  deadline: number,
): Promise<string | null> {
  const { pullRequest, token } = target
  if (target.comment === 'never' || !pullRequest) return null
  if (!token) return warned('There is no comment: the input `token` is empty.')
  const news = result.verdict !== 'pass' && !pullRequest.closed
  const when = target.comment === 'always' || news ? 'always' : 'standing'
  const { tryComment } = await import('../comment/try-comment.ts')
  const outcome = await tryComment({
    job: target.job,
    pullRequest,
    token,
    voice: target.voice,
    body: forms.comment(),
    when,
    deadline,
  })
  // Once for all legs of a matrix: a hundred times the same is no warning any more.
  const say = isLoud(target.voice) ? warn : info
  if (outcome.did === 'refused') say(`The comment could not be written: ${outcome.why}`)
  if (outcome.did === 'refused') return null
  if (outcome.but !== null) say(`An older comment could not be removed: ${outcome.but}`)
  if (outcome.isCrowded) warn(crowded)
  return outcome.url
}

const isLoud = ({ index, legs }: Target['voice']): boolean => legs <= 1 || index === null || index === 0

const crowded =
  'Two uses of leakdiff that GitHub does not tell apart write to this pull request: give each a `comment-key` of its own.'

function headlineAndPlaces(result: Result, forms: Forms, status: number): void {
  if (result.verdict === 'pass') info(forms.headline())
  else annotate(status === 0 ? 'warning' : 'error', forms.headline(), forms.annotations())
}

function warned(text: string): null {
  warn(text)
  return null
}

async function attempt<T>(failure: string, work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    return warned(`${failure}: ${firstLine(error)}`)
  }
}

/** Libraries explain at length, or throw what has a name alone. */
function firstLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message.split('\n')[0] || error.name
}
