import { FormatError } from '../../../errors.ts'

/** A profile that was cut short or damaged on its way. */
export function broken(problem: string, options?: { cause?: unknown }): FormatError {
  return new FormatError(
    'broken',
    `The profile is damaged: ${problem}.`,
    'Write it again, and check that the writer ended and the disk or the transfer did not cut it short.',
    options,
  )
}

/** Bytes that are no pprof profile at all. */
export function notPprof(problem: string): FormatError {
  return new FormatError(
    'not-this-format',
    `This is not a pprof profile: ${problem}.`,
    'Give a file as pprof.WriteHeapProfile, pprof.Lookup("goroutine").WriteTo or /debug/pprof/heap write it.',
  )
}

/** A profile that is sound, but holds what leakdiff does not read. */
export function unsupported(problem: string, remedy: string): FormatError {
  return new FormatError('not-supported', `The profile cannot be read: ${problem}.`, remedy)
}

/** What a file becomes counts, not how long it is. */
export function tooLarge(): FormatError {
  return unsupported(
    'it would take more than 1 GB of memory',
    'Check that the file is what it seems to be; a profile with fewer stacks or names can be read.',
  )
}
