/** The variables that switch the probe on and set it. */
export const probeVariables = {
  sockets: 'LEAKDIFF_SOCKETS',
  rate: 'LEAKDIFF_RATE',
  /** Set: only processes that run tests are measured, which are named by their file below this directory. */
  tests: 'LEAKDIFF_TESTS',
  /** Set: nothing is judged of this process, and it is diagnosed for this (`DiagnosticGoal`). */
  diagnose: 'LEAKDIFF_DIAGNOSE',
} as const
