/**
 * glibc's malloc keeps what each thread freed last, up to seven blocks of a size, and counts it as given out:
 * a total that would rise for many rounds until all of these are full (malloc/malloc.c, tcache).
 */
export const exactMalloc = { GLIBC_TUNABLES: 'glibc.malloc.tcache_count=0' } as const

/** The variables that switch the probe on and set it. */
export const probeVariables = {
  sockets: 'LEAKDIFF_SOCKETS',
  /** Frames of each stack that asks for memory; 0: nothing is traced. */
  frames: 'LEAKDIFF_FRAMES',
  /** Set: only processes that run tests are measured, which are named by their file below this directory. */
  tests: 'LEAKDIFF_TESTS',
  /** Set: nothing is judged of this process, and it is diagnosed for this (`DiagnosticGoal`). */
  diagnose: 'LEAKDIFF_DIAGNOSE',
} as const
