/** Where a run tells what it does. Text is other people's as well: it goes to the log alone, never into a report. */
export interface Log {
  /** What is being done now, one line. */
  readonly step: (text: string) => void
  /** Something worth keeping, with lines below it: what a failed command printed last. */
  readonly detail: (title: string, lines: readonly string[]) => void
}
