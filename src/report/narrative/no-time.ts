import type { WorkloadResult } from '../result.ts'
import type { Inline } from './document.ts'
import { code } from './document.ts'

/** The code of the note that a red was not explained for want of time. */
export const noTimeCode = 'no-time-to-explain'

/** What the headline says of it: whoever reads no further has to know what was left out. */
export const unexplained = ({ notes }: WorkloadResult): readonly Inline[] =>
  notes.some((note) => note.code === noTimeCode) ? ['; ', code('time-limit'), ' left no time to see why'] : []
