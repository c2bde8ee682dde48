import { dirname } from 'node:path'
import type { Reason, Trial } from './trial.ts'

/** Of a note: tests pass at first, and fail in later repetitions. */
export const failsLater = 'fails-later'

/**
 * Tests of head that were left out although the pull request changes their code: nothing can be said of it.
 * `changed`: paths from the root.
 */
export function leftOutReasons(trials: readonly Trial[], changed: readonly string[]): readonly Reason[] {
  const notesOf = (side: Trial['side']) =>
    trials.filter((one) => one.side === side).flatMap((one) => one.notes)
  const notes = notesOf('head')
  const texts = notes.flatMap(({ paths = [], text }) => {
    const touched = changed.find((path) => paths.some((place) => holds(place, path)))
    return touched === undefined ? [] : [`${text} Head changes ${touched}.`]
  })
  return [...changedReasons(texts), ...exhausted(notes, notesOf('base'))]
}

/** What runs out in head's tests alone may be what head leaks: connections of a pool, a quota, a port. */
function exhausted(head: Trial['notes'], base: Trial['notes']): readonly Reason[] {
  const known = new Set(base.map(({ subject }) => subject))
  const texts = head.flatMap(({ code, subject, text }) =>
    code === failsLater && !known.has(subject) ? [text] : [],
  )
  return [...new Set(texts)].map((text) => ({
    code: failsLater,
    text: `${text} Base, as far as it was measured, does not.`,
    remedy:
      'Look for what runs out on head: what a test takes and does not give back, such as connections of a pool.',
  }))
}

function changedReasons(texts: readonly string[]): readonly Reason[] {
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
