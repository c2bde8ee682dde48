import { dirname } from 'node:path'
import type { Reason, Trial } from './trial.ts'

/**
 * Tests of head that were left out although the pull request changes their code: nothing can be said of it.
 * `changed`: paths from the root.
 */
export function leftOutReasons(trials: readonly Trial[], changed: readonly string[]): readonly Reason[] {
  const notes = trials.filter(({ side }) => side === 'head').flatMap((trial) => trial.notes)
  const texts = notes.flatMap(({ paths = [], text }) => {
    const touched = changed.find((path) => paths.some((place) => holds(place, path)))
    return touched === undefined ? [] : [`${text} Head changes ${touched}.`]
  })
  return [...new Set(texts)].map((text) => ({
    code: 'left-out-changed',
    text,
    remedy:
      'Have these tests leave the process as they found it (no registering twice, no fixed state), or measure what they test by a workload of its own.',
  }))
}

/** A place with a slash at its end is a folder: what stands directly in it. */
function holds(place: string, path: string): boolean {
  if (!place.endsWith('/')) return place === path
  return dirname(path) === (place.slice(0, -1) || '.')
}
