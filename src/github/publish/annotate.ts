import type { Annotation } from '../../report/render/annotations.ts'
import { annotate as say } from '../job/log.ts'

export type Level = 'error' | 'warning'

/** The runner shows ten annotations of a kind a step; the headline is one of them. */
const mostOfAKind = 10

/**
 * The headline, then the places, as annotations of the run and of the pull request's files.
 * None is louder than the headline.
 */
export function annotate(level: Level, headline: string, annotations: readonly Annotation[]): void {
  const left = { error: mostOfAKind, warning: mostOfAKind }
  left[level]--
  say(level, headline)
  for (const { kind, file, line, title, message } of annotations) {
    const shown = level === 'warning' ? level : kind
    if (left[shown]-- > 0) say(shown, message, { file, startLine: line, title })
  }
}
