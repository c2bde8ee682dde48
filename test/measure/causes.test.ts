import { expect, it } from 'vitest'
import { causeOf } from '../../src/measure/process/causes.ts'

const shown = 'A=1 poetry install && mvn package && pnpm build'

it.each([
  ['bash: line 1: poetry: command not found', 'Install `poetry` where it is run.'],
  ['sh: 1: mvn: not found', 'Install `mvn` where it is run.'],
  ['bash: line 1: pnpm: No such file or directory', 'Install `pnpm` where it is run.'],
  // A name that only the output tells is not ours to print.
  ['bash: line 1: s3cr3t-tool: command not found', 'Install it where it is run.'],
])('a command that is not there is told from one that failed: %s', (output, remedy) => {
  expect(causeOf('ended with exit 127', output, shown)?.remedy).toBe(remedy)
  expect(causeOf('ended with exit 1', output, shown)).toBeNull()
})
