import { describeError } from './errors.ts'

process.stdout.write(`${describeError(new Error('not wired yet'))}\n`)
process.exitCode = 4
