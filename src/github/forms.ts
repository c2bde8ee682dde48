import { acceptUntil } from '../report/accept.ts'
import type { Annotation } from '../report/annotations.ts'
import { annotations } from '../report/annotations.ts'
import { textOf } from '../report/document.ts'
import { headline } from '../report/headline.ts'
import { renderHtml } from '../report/html.ts'
import { renderJson } from '../report/json.ts'
import { renderComment, renderSummary } from '../report/markdown.ts'
import type { RenderOptions } from '../report/options.ts'
import type { Result } from '../report/result.ts'
import { vocabulary } from '../runtimes/index.ts'
import type { Inputs } from './inputs.ts'
import type { Job } from './job.ts'
import { reproduceCommand } from './reproduce.ts'
import { shareOf } from './sections.ts'

/** The report in every form that GitHub shows; made when needed, so that one that cannot be made costs no other. */
export interface Forms {
  /** Plain text, one line. */
  readonly headline: () => string
  /** Markdown that fits a comment with the hidden marker before it. */
  readonly comment: () => string
  /** Markdown that fits a step's summary. */
  readonly summary: () => string
  readonly annotations: () => readonly Annotation[]
  readonly json: () => string
  readonly html: () => string
}

/** What a report on GitHub needs beyond the result: links into the repository, and how to measure again. */
export function optionsOf(job: Job, inputs: Inputs, result: Result): RenderOptions {
  const { owner, repo } = job.repository
  return {
    vocabulary,
    repositoryUrl: `${job.serverUrl}/${owner}/${repo}`,
    reproduce: (workload) => reproduceCommand(job.action, inputs, result.base, workload),
    acceptUntil: acceptUntil(new Date()),
    room: inputs.matrix === 'null' ? null : shareOf(inputs.legs),
    whole: job.runUrl === null ? null : { label: 'job summary', url: job.runUrl },
  }
}

export function formsOf(result: Result, options: RenderOptions): Forms {
  return {
    headline: () => textOf(headline(result, options)),
    comment: () => renderComment(result, options),
    summary: () => renderSummary(result, options),
    annotations: () => annotations(result, options),
    json: () => renderJson(result),
    html: () => renderHtml(result, options),
  }
}
