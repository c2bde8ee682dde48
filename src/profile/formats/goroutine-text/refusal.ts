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

export function tooMany(most: number, of: string): FormatError {
  return new FormatError(
    'not-supported',
    `The goroutine dump cannot be read: it names more than ${most.toLocaleString('en')} ${of}.`,
    'Check that the file is what it seems to be, or take /debug/pprof/goroutine (debug=0).',
  )
}

export function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80))
}
