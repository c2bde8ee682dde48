import { withoutComments } from '../onboarding/source-text.ts'

/**
 * The same for a part of a file that may begin inside a comment: lines that a comment of several lines has in
 * its middle are blanked too.
 */
export const withoutCommentsOfC = (text: string): string =>
  withoutComments(text).replace(/^[ \t]*\*(?:[ \t/].*|$)/gm, '')
