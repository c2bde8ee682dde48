import * as core from '@actions/core'

export interface Annotation {
  /** Relative to the repository's root. */
  readonly file: string
  readonly line: number
  readonly title: string
  readonly message: string
}

export type Level = 'error' | 'warning' | 'notice'

/** The runner shows ten annotations of a kind a step; the headline is one of them. */
const mostAnnotations = 10

/** The headline, then the places, as annotations of the run and of the pull request's files. */
export function annotate(level: Level, headline: string, annotations: readonly Annotation[]): void {
  const say = { error: core.error, warning: core.warning, notice: core.notice }[level]
  say(headline, { title: 'leakdiff' })
  for (const { file, line, title, message } of annotations.slice(0, mostAnnotations - 1)) {
    say(message, { file, startLine: line, title })
  }
}
