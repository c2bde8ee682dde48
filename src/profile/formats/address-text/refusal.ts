import { FormatError } from '../../../errors.ts'

export function brokenText(problem: string): FormatError {
  return new FormatError(
    'broken',
    `The profile is damaged: ${problem}.`,
    'Write it again, or give the same profile in pprof form (from Go: without debug=1).',
  )
}
