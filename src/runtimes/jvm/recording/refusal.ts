import { FormatError } from '../../../errors.ts'

export const broken = (why: string): FormatError =>
  new FormatError('broken', `This recording of the JVM is damaged: ${why}.`, 'Take the recording again.')

export const notARecording = (): FormatError =>
  new FormatError(
    'not-this-format',
    'This is no recording of the JVM’s Flight Recorder.',
    'Recordings begin with the letters FLR and end in .jfr.',
  )

export const notSupported = (version: string): FormatError =>
  new FormatError(
    'not-supported',
    `This recording of the JVM has version ${version} of its format; leakdiff reads version 2.`,
    'Record with Java 11 or later.',
  )

export const tooLarge = (bytes: number): FormatError =>
  new FormatError(
    'not-supported',
    `This recording of the JVM has ${Math.round(bytes / 1e6)} MB, more than leakdiff reads.`,
    'Record objects and threads alone, as leakdiff’s own settings do.',
  )
