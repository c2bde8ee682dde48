import { pageScript } from '../../pipeline/page-script.ts'
import { acceptUntil } from '../../report/narrative/accept.ts'
import { textOf } from '../../report/narrative/document.ts'
import { headline } from '../../report/narrative/headline.ts'
import type { RenderOptions } from '../../report/options.ts'
import { renderHtml } from '../../report/page/page.ts'
import { type ProfileFile, profileFiles } from '../../report/profiles/profiles.ts'
import type { Annotation } from '../../report/render/annotations.ts'
import { annotations } from '../../report/render/annotations.ts'
import { renderJson } from '../../report/render/json.ts'
import { renderComment, renderSummary } from '../../report/render/markdown.ts'
import type { Result } from '../../report/result.ts'
import type { Trial } from '../../trial/trial.ts'
import { shareOf } from '../comment/sections.ts'
import type { Inputs } from '../job/inputs.ts'
import type { Job } from '../job/job.ts'
import { type Reproduction, reproduceCommand } from './reproduce.ts'

/**
 * The report in every form that GitHub shows; made when needed,
 * so that one that cannot be made costs no other.
 */
export interface Forms {
  /** Plain text, one line. */
  readonly headline: () => string
  /** Markdown that fits a comment with the hidden marker before it. */
  readonly comment: () => string
  /** Markdown that fits a step's summary. */
  readonly summary: () => string
  readonly annotations: () => readonly Annotation[]
  readonly json: () => string
  readonly html: () => Promise<string>
  /** Of a run that did not pass: profiles of base, head and growth, to open elsewhere. */
  readonly profiles: () => readonly ProfileFile[]
}

/** What a report on GitHub needs beyond the result: links into the repository, and how to measure again. */
export function optionsOf(
  job: Job,
  inputs: Inputs,
  result: Result,
  texts: Pick<Reproduction, 'committed' | 'file'>,
  pullRequest: number | null = null,
): RenderOptions {
  const { owner, repo } = job.repository
  const { base } = result
  return {
    repositoryUrl: `${job.serverUrl}/${owner}/${repo}`,
    reproduce: (workload) => reproduceCommand({ starter: job.starter, inputs, base, ...texts }, workload),
    acceptUntil: acceptUntil(new Date()),
    room: inputs.matrix === 'null' ? null : shareOf(inputs.legs),
    about: { date: new Date().toISOString(), runUrl: job.runUrl, pullRequest },
    whole: job.runUrl === null ? null : { label: 'job summary', url: job.runUrl },
  }
}

/** Where profiles lie among the files of a report. */
export const profileFolder = 'profiles'

/** `trials` are those that were judged: the page draws them. `kept`: whether there will be an artifact. */
export function formsOf(
  result: Result,
  given: RenderOptions,
  trials: readonly Trial[] = [],
  kept = false,
): Forms {
  const profiles = result.verdict === 'pass' ? [] : profileFiles(trials)
  const files = profiles.map(({ name }) => `${profileFolder}/${name}`)
  const options = { ...given, profiles: kept ? { where: 'in the artifact of this run', files } : null }
  return {
    profiles: () => profiles,
    headline: () => textOf(headline(result, options)),
    comment: () => renderComment(result, options),
    summary: () => renderSummary(result, options),
    annotations: () => annotations(result, options),
    json: () => renderJson(result),
    html: async () => renderHtml(result, { ...options, trials, script: await pageScript() }),
  }
}
