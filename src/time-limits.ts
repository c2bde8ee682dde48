/**
 * How long leakdiff itself waits for others, in milliseconds.
 * What the user may set stands in the configuration.
 */
export const timeLimits: Readonly<
  Record<
    | 'git'
    | 'probe'
    | 'probeOfReady'
    | 'thread'
    | 'endpoint'
    | 'readyAttempt'
    | 'elsewhere'
    | 'firstSnapshot'
    | 'grace',
    number
  >
> = {
  /** Long enough to fetch and check out the largest repositories, short enough to end before the job does. */
  git: 15 * 60_000,
  /** One answer of a probe: a collection of a heap of many gigabytes takes seconds. */
  probe: 120_000,
  /**
   * Until the probe of a ready program answers: its socket was opened before the program's own,
   * or never will be.
   */
  probeOfReady: 15_000,
  /** One answer of a worker thread that has given no figures yet: it may be blocked for good. */
  thread: 5000,
  /** One answer of a pprof endpoint of the user's own. */
  endpoint: 60_000,
  /** One attempt to see whether the program is ready. */
  readyAttempt: 5000,
  /** How long a program that is waited for may listen on other ports alone. */
  elsewhere: 6000,
  /**
   * The first snapshot by the user's own command: a ready program should answer at once,
   * a moment more is no fault.
   */
  firstSnapshot: 2000,
  /** From SIGTERM to SIGKILL. */
  grace: 2000,
}
