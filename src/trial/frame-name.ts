import type { TrialFrame } from './trial.ts'

/**
 * What a frame is called where no place stands beside it: what has no name of its own, as `(anonymous)`,
 * `<lambda>` or nothing at all, has its file with it.
 */
export const frameName = ({ function: name, site }: Pick<TrialFrame, 'function' | 'site'>): string =>
  /^(?:$|[(<])/.test(name) && site !== '' ? site : name

/**
 * Relative to the revision for the project's own files; for others as far as the locator knows,
 * else as the profile has it.
 */
export function fileOf(frame: TrialFrame): string {
  const { location } = frame
  return location.path ?? frame.file
}
