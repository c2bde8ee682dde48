import { FormatError } from '../../../errors.ts'

export function brokenText(problem: string): FormatError {
  return new FormatError(
    'broken',
    `The profile is damaged: ${problem}.`,
    'Write it again, or take it in the form of pprof (of Go without debug=1).',
  )
}
