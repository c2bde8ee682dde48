import { UserError } from '../../errors.ts'
import type { TestProcess, TestRunner } from '../test-runner.ts'
import { connectProbe } from './connect.ts'

/** pytest and unittest: one session a file, in the process that the runner gives it. */
export const tests: TestRunner = {
  repeats: 'pytest and unittest',
  tearDown: 'fixtures of the whole session',
  // A limit for one run of a test would end its repetition.
  command: (text) => text.replace(/\s--session-timeout(?:=|\s+)\S+/g, ''),
  connect,
  refused: (output) => (output.includes('leakdiff: tests of pytest --forked') ? 'pytest --forked' : null),
  failures: (output) => [
    ...new Set(Array.from(output.matchAll(/^(?:FAILED|ERROR) (\S+?\.py)\b/gm), ([, name = '']) => name)),
  ],
}

async function connect(path: string): Promise<TestProcess> {
  const { probe, ask } = await connectProbe(path)
  const { name, goesOn } = await ask({ do: 'name' })
  if (name === '' || name.startsWith('..'))
    throw new UserError(
      `The tests behind ${path} are not in this revision: ${name}.`,
      'Have `test` run tests of this repository.',
    )
  return {
    ...probe,
    name,
    goesOn,
    round: () => ask({ do: 'round' }, null),
    end: async () => void (await ask({ do: 'end' })),
  }
}
