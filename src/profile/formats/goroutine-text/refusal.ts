import { FormatError } from '../../../errors.ts'

export function brokenDump(problem: string): FormatError {
  return new FormatError(
    'broken',
    `The goroutine dump is damaged: ${problem}.`,
    'Take it again; for more than about 20,000 goroutines take /debug/pprof/goroutine (debug=0), which is never cut.',
  )
}

export function notDump(): FormatError {
  return new FormatError(
    'not-this-format',
    'This is not a goroutine dump.',
    'Give what pprof.Lookup("goroutine").WriteTo(w, 1 or 2) or /debug/pprof/goroutine?debug=1 or 2 writes.',
  )
}
