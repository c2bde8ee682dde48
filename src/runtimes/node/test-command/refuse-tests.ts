import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InconclusiveError } from '../../../errors.ts'
import { findTests } from './find-tests.ts'

/** What leakdiff repeats, for a sentence: `tests of …`. */
export const repeats = 'node:test, vitest, jest and mocha'

/**
 * Looks at the command of tests before anything is installed. Throws InconclusiveError when they are of a
 * runner whose tests cannot be repeated, or run where no probe gets.
 */
export async function refuseTests(command: string, directory: string): Promise<void> {
  const scripts = await scriptsIn(directory)
  const found = findTests(command, scripts)
  if (found?.kind === 'repeatable' && found.command.includes('NODE_OPTIONS=') && !keepsOptions.test(command))
    throw replacedOptions(found.command)
  if (found?.kind === 'refused') throw cannotRepeat(found.runner)
  if (found?.kind === 'delegated' && leavesEnvironment.test(found.to)) throw elsewhere(found.to)
  if (found?.kind === 'repeatable' && found.runner === 'vitest' && (await isInBrowser(directory)))
    throw cannotRepeat('vitest in a browser')
}

const keepsOptions = /\$\{?NODE_OPTIONS/

const replacedOptions = (command: string): InconclusiveError =>
  new InconclusiveError(
    'node-options',
    '`test` replaces the NODE_OPTIONS by which leakdiff enters the processes that it starts.',
    `Append to them instead: \`test: ${command}\`.`,
  )

/** Keep variables from what they start, or answer from a cache without running a test. */
const leavesEnvironment = /^(?:turbo|nx|rush|moon|wireit|bazel)$/

const cannotRepeat = (runner: string): InconclusiveError =>
  new InconclusiveError(
    'test-runner',
    `Tests of ${runner} cannot be repeated in one process.`,
    `Measure the program instead (\`start\` and \`round\`), or a script that makes its rounds itself (\`run\`). leakdiff repeats tests of ${repeats}.`,
  )

const elsewhere = (runner: string): InconclusiveError =>
  new InconclusiveError(
    'test-runner',
    `${runner} runs the tests of packages in an environment of its own, or answers from its cache: they cannot be repeated through it.`,
    'Measure the packages themselves: a workload each, with `directory: packages/NAME`, and as `test` what the script of that package runs.',
  )

const configs = ['vitest.config', 'vite.config', 'vitest.workspace'].flatMap((name) =>
  ['ts', 'mts', 'js', 'mjs'].map((ending) => `${name}.${ending}`),
)

async function isInBrowser(directory: string): Promise<boolean> {
  const texts = await Promise.all(configs.map((name) => textIn(directory, name)))
  return texts.some((text) => /\bbrowser\s*:\s*\{[^{}]*\benabled\s*:\s*true\b/.test(text))
}

const textIn = (directory: string, name: string): Promise<string> =>
  readFile(join(directory, name), 'utf8').catch(() => '')

async function scriptsIn(directory: string): Promise<Readonly<Record<string, string>>> {
  try {
    const { scripts } = JSON.parse(await textIn(directory, 'package.json')) as { scripts?: unknown }
    const entries = typeof scripts === 'object' && scripts !== null ? Object.entries(scripts) : []
    return Object.fromEntries(entries.filter(([, text]) => typeof text === 'string'))
  } catch {
    return {}
  }
}
