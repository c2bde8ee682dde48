import type { TrialFrame } from './trial.ts'

/**
 * What a frame is called where no place stands beside it: what has no name of its own, as `(anonymous)`,
 * `<lambda>`, `GET /report` or nothing at all, has its file with it.
 */
export const frameName = ({ function: name, site }: Pick<TrialFrame, 'function' | 'site'>): string =>
  nameless.test(name) && site !== '' ? site : name

/** The same with the line: `GET /report (FILE:17)`. */
export const placedName = (frame: Pick<TrialFrame, 'function' | 'line' | 'site'>): string =>
  frame.line > 0 && frame.site !== '' && nameless.test(frame.function)
    ? frameName(frame).replace(/\)$/, `:${frame.line})`)
    : frameName(frame)

/** Words are not what anybody called a function. */
const nameless = /^(?:$|[(<])|\s/

/**
 * Relative to the revision for the project's own files; for others as far as the locator knows,
 * else as the profile has it.
 */
export function fileOf(frame: TrialFrame): string {
  const { location } = frame
  return location.path ?? frame.file
}
