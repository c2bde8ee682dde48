import { FormatError } from '../../../../errors.ts'

export const broken = (why: string): FormatError =>
  new FormatError('broken', `This heap dump of the JVM is damaged: ${why}.`, 'Take the heap dump again.')

export const notADump = (): FormatError =>
  new FormatError(
    'not-this-format',
    'This is no heap dump of the JVM.',
    'Heap dumps begin with JAVA PROFILE and end in .hprof.',
  )

export const tooLarge = (what: string): FormatError =>
  new FormatError(
    'not-supported',
    `This heap dump of the JVM has ${what}, more than leakdiff reads.`,
    'Give the program a smaller heap (-Xmx), or read the dump with a tool made for it.',
  )
