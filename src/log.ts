/** Rounds of a trial, warm-up among them, as they are begun: from their pace follows how long it takes. */
export interface RoundsDone {
  readonly done: number
  readonly of: number
}

/**
 * Where a run tells what it does. Text is other people's as well: it goes to the log alone,
 * never into a report.
 */
export interface Log {
  /** What is being done now, one line; of a round, how far that is. */
  readonly step: (text: string, at?: RoundsDone) => void
  /** Something worth keeping, with lines below it: what a failed command printed last. */
  readonly detail: (title: string, lines: readonly string[]) => void
}

/**
 * One line for a log that a CI system reads commands from: a line of its own, without anything that is
 * obeyed. GitHub's runner obeys `::` at the start of a line, and `##[` anywhere; Azure `##vso[`, TeamCity
 * `##teamcity[`; GitLab what follows an escape character.
 */
export function inertLine(text: string): string {
  return text
    .replace(breaks, ' ')
    .replace(control, '')
    .replace(/##(?=[\w-]*\[)/g, '## ')
    .replace(/^(?=[\s\u180e]*::)/, '> ')
}

/** The same of several lines; each ends as it did. */
export const inertLines = (text: string): string => text.split('\n').map(inertLine).join('\n')

/** What some reader takes for the end of a line. */
const breaks = /[\r\n\v\f\u0085\u2028\u2029]+/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2060-\u2064\ufeff]/g

/** Whether a CI system reads what is printed. */
export const isCI = ({ CI }: Readonly<Record<string, string | undefined>>): boolean =>
  CI !== undefined && !['', '0', 'false'].includes(CI)
