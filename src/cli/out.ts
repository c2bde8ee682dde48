import { inertLines, isCI } from '../log.ts'

// The door through which all goes that the command line prints: where a CI system reads it,
// no name and no program's output is a command to it.

export const out = (text: string): void => void process.stdout.write(forReader(text))
export const err = (text: string): void => void process.stderr.write(forReader(text))

const forReader = (text: string): string => (isCI(process.env) ? inertLines(text) : text)
