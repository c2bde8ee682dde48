import { UserError } from '../../errors.ts'
import type { TestProcess, TestRunner } from '../test-runner.ts'
import { askJson, probeAt } from './connect/probe.ts'

/** `go test`: one process a package, which runs its tests anew whenever it is told to. */
export const tests: TestRunner = {
  command: (text) => withoutParallel(withoutTimeout(text)),
  connect,
  repeats: 'go test',
  tearDown: 'TestMain',
  crashed: (output) => [...output.matchAll(/--- FAIL: (\S+)/g)].at(-1)?.[1] ?? '',
  failures: (output) => Array.from(output.matchAll(/^FAIL\t(\S+)/gm), ([, name = '']) => name),
}

/** Takes out go's own limit of time, which rounds would use up; another program's flag of that name stays. */
function withoutTimeout(text: string): string {
  return text.replace(goTest, (test) => test.replace(/\s--?(?:test\.)?timeout(?:=|\s+)\S+/g, ''))
}

/** Processes of one suite wait for one another, and could not be measured in turn. */
function withoutParallel(text: string): string {
  return text.replace(ginkgo, (suite) =>
    suite.replace(
      /\s--?(?:p(?![\w-])|(?:procs|nodes|compilers|timeout|repeat)(?:=|\s+)\S+|until-it-fails\b)/g,
      '',
    ),
  )
}

const ginkgo = /(?:^|[\s;&|(/])ginkgo(?:@\S+)?\s(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\[\s\S]|[^;&|\n'"\\])*/g

/**
 * From `go test`, or a wrapper that hands its flags on, to the end of that command;
 * quoted words may hold anything.
 */
const goTest =
  /(?:^|[\s;&|(])(?:\S*\/)?(?:(?:go(?:\d\S*)?|richgo)\s+test|gotestsum|gotest)\b(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\[\s\S]|[^;&|\n'"\\])*/g

async function connect(path: string): Promise<TestProcess> {
  const { pid } = await askJson(path, 'hello')
  const { name } = await askJson(path, 'name')
  if (typeof name !== 'string' || name === '')
    throw new UserError(`The tests behind ${path} do not tell their package.`, 'Run `go test` on packages.')
  return {
    ...probeAt(path, Number(pid)),
    name,
    round: async () => {
      const { code, executed, failed } = await askJson(path, 'round', 0)
      const failing = Array.isArray(failed) ? failed.map(String) : []
      if (code === 0) return { executed: Number(executed), failed: null }
      return { executed: Number(executed), failed: failing[0] ?? '', failing }
    },
    leaveOut: async () => void (await askJson(path, 'leave')),
    end: async () => void (await askJson(path, 'end')),
  }
}
