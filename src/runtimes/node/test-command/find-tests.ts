import { basename } from 'node:path'
import { otherCommand } from '../probe/tests/other-runner.ts'
import { innerCommands } from './inner-commands.ts'
import { entersWorkspaces, scriptCalls } from './package-scripts.ts'
import { commandsOf, type ShellCommand, type ShellWord, textOf } from './shell.ts'
import { unwrapped } from './wrappers.ts'

/** What of a command runs tests. */
export type FoundTests =
  /** `command`: that part alone, to be started in the package's folder. */
  | { readonly kind: 'repeatable'; readonly runner: string; readonly command: string }
  /** Tests of this runner cannot be repeated. */
  | { readonly kind: 'refused'; readonly runner: string }
  /** It has the tests of other packages run, in an environment or from a cache of its own. */
  | { readonly kind: 'delegated'; readonly to: string }
  /** It runs a script that the package does not have. */
  | { readonly kind: 'missing'; readonly script: string }

type Scripts = Readonly<Record<string, string>>

const deepest = 8

/** What of `command` runs tests, through the scripts of its package; null: nothing that is known. */
export function findTests(command: string, scripts: Scripts, depth = 0): FoundTests | null {
  const before: string[] = []
  let otherwise: FoundTests | null = null
  for (const whole of commandsOf(command)) {
    if (programOf(whole) === 'cd') return otherwise // scripts of another package
    const found = testsIn(unwrapped(whole), scripts, depth)
    if (found?.kind === 'repeatable') return { ...found, command: [...before, found.command].join(' && ') }
    otherwise ??= found
    if (found === null && isNeeded(whole, scripts)) before.push(textOf(installed(whole)))
  }
  return otherwise
}

function testsIn(command: ShellCommand, scripts: Scripts, depth: number): FoundTests | null {
  const delegate = delegateOf(command)
  if (delegate !== null) return { kind: 'delegated', to: delegate }
  for (const { more, script } of scriptCalls(command, scripts)) {
    const text = scripts[script]
    if (text === undefined) return { kind: 'missing', script }
    const called = depth < deepest ? findTests([text, ...more].join(' '), scripts, depth + 1) : null
    if (called?.kind !== 'repeatable') {
      if (called !== null) return called
      continue
    }
    return { ...called, command: textOf({ ...command, words: [word(called.command)] }) }
  }
  return startedBy(command, scripts, depth) ?? runBy(command)
}

/** Tests among the commands that `command` starts: alone where nothing else is needed beside them. */
function startedBy(command: ShellCommand, scripts: Scripts, depth: number): FoundTests | null {
  const inner = depth < deepest ? innerCommands(command, scripts) : []
  const found = inner.map((text) => findTests(text, scripts, depth + 1))
  const tests = found.find((one) => one?.kind === 'repeatable') ?? found.find((one) => one !== null) ?? null
  if (tests?.kind !== 'repeatable') return tests
  const others = inner.filter((_, index) => found[index] === null).flatMap(commandsOf)
  const alone = !programs.test(programOf(command)) && !others.some((one) => isNeeded(one, scripts))
  if (!alone) return { ...tests, command: textOf(installed(command)) }
  return { ...tests, command: textOf({ ...command, words: [word(tests.command)] }) }
}

/** What starts a program, and then the tests that ask it; and what gives the tests their files. */
const programs = /^(?:start-server-and-test|server-test|glob)$/

const valueAt = ({ words }: ShellCommand, index: number): string => words[index]?.value ?? ''
const programOf = (command: ShellCommand): string => basename(valueAt(command, 0))
const has = ({ words }: ShellCommand, pattern: RegExp): boolean =>
  words.some(({ value }) => pattern.test(value))

/** What starts the tests of other packages. */
function delegateOf(command: ShellCommand): string | null {
  const program = programOf(command)
  if (program === 'wireit') return program
  if (/^(?:turbo|nx|rush|moon|bazel|lerna)$/.test(program)) return has(command, /test/) ? program : null
  return entersWorkspaces(command) && has(command, /^(?:t|test)\b/) ? program : null
}

function runBy(command: ShellCommand): FoundTests | null {
  const program = programOf(command)
  const other = otherCommand(program)
  if (other !== null) return { kind: 'refused', runner: other }
  if (/^(?:bun|deno)$/.test(program) && valueAt(command, 1) === 'test')
    return { kind: 'refused', runner: program }
  if (program === 'vitest' && has(command, /^--browser(?!\.enabled=false|=false)/))
    return { kind: 'refused', runner: 'vitest in a browser' }
  const runner = repeatable(program, command)
  return runner === null ? null : { kind: 'repeatable', runner, command: textOf(plainRun(command, runner)) }
}

/** They start a test runner with a configuration of their own. */
const toolkits: Readonly<Record<string, { readonly verb: RegExp; readonly runner: string }>> = {
  'react-scripts': { verb: /^test$/, runner: 'jest' },
  craco: { verb: /^test$/, runner: 'jest' },
  'react-app-rewired': { verb: /^test$/, runner: 'jest' },
  tsdx: { verb: /^test$/, runner: 'jest' },
  dts: { verb: /^test$/, runner: 'jest' },
  'kcd-scripts': { verb: /^test$/, runner: 'jest' },
  'umi-test': { verb: /^/, runner: 'jest' },
  'egg-bin': { verb: /^(?:test|cov)$/, runner: 'mocha' },
  'lb-mocha': { verb: /^/, runner: 'mocha' },
}

function repeatable(program: string, command: ShellCommand): string | null {
  if (/^(?:node|tsx|ts-node)$/.test(program)) {
    if (has(command, /^--test$/)) return 'node:test'
    return programRunner(command)
  }
  const path = ofModule(valueAt(command, 0))
  if (path !== null) return path
  const toolkit = toolkits[program]
  if (toolkit !== undefined) return toolkit.verb.test(valueAt(command, 1)) ? toolkit.runner : null
  return (
    { vitest: 'vitest', jest: 'jest', mocha: 'mocha', _mocha: 'mocha', 'ts-mocha': 'mocha', borp: 'borp' }[
      program
    ] ?? null
  )
}

/** `node --expose-gc node_modules/.bin/jest` */
function programRunner({ words }: ShellCommand): string | null {
  return words.map(({ value }) => ofModule(value)).find((runner) => runner !== null) ?? null
}

const ofModule = (path: string): string | null =>
  /(?:^|\/)node_modules\/(?:\.bin\/_?(jest|mocha|vitest)$|(jest|mocha|vitest)\/)/
    .exec(path)
    ?.slice(1)
    .find(Boolean) ?? null

/** Once, without watching, and by `npx` where it is a command that was installed. */
function plainRun(command: ShellCommand, runner: string): ShellCommand {
  const { words } = command
  const program = programOf(command)
  // Of jest it is the number of workers.
  const watches = runner === 'jest' ? /^--watch(?:All)?$/ : /^(?:--watch(?:=true)?|-w)$/
  const kept = words.filter(({ value }) => !watches.test(value) && !/^--coverage(?:=true)?$/.test(value))
  if (runner !== 'vitest' || program !== 'vitest') return installed({ ...command, words: kept })
  const rest = kept.slice(1).filter(({ value }) => !/^(?:--run|run|watch|dev)$/.test(value))
  return installed({ ...command, words: [word('vitest'), word('run'), ...rest] })
}

const word = (text: string): ShellWord => ({ text, value: text })

/** What no package brings: npx would fetch one of that name. */
const ofSystem =
  /^(?:npx|npm|pnpm|yarn|bun|deno|node|corepack|make|cmake|just|task|sh|bash|zsh|source|\.|cp|mkdir|rm|mv|ln|cd|export|unset|set|ulimit|echo|printf|true|false|sleep|wait|kill|test|\[|cat|touch|chmod|sed|grep|find|xargs|tar|unzip|sudo|git|curl|wget|docker|docker-compose|podman|psql|createdb|dropdb|mysql|mongosh|redis-cli|python3?|pip3?|go|cargo|java|mvn|ruby|php|aws|gcloud|doppler|infisical|op|xvfb-run)$/

function installed(command: ShellCommand): ShellCommand {
  const program = valueAt(command, 0)
  if (program.includes('/') || ofSystem.test(program)) return command
  return { ...command, words: [word('npx'), ...command.words] }
}

const judges =
  /^(?:xo|eslint|standard|semistandard|ts-standard|neostandard|biome|prettier|oxlint|tslint|dtslint|tsd|attw|publint|knip|depcheck|commitlint|stylelint|npmPkgJsonLint|markdownlint\S*|remark|cspell|is-ci|if-env|set|echo|test|\[|size-limit|rimraf|license-checker|audit-ci)$/

/** Whether a script runs nothing but what looks at the sources: linters, types, formats. */
export const onlyJudges = (script: string, scripts: Scripts): boolean =>
  commandsOf(script).every((command) => !isNeeded(command, scripts))

/** Whether tests may need what it makes: what only looks at the sources is left out. */
function isNeeded(whole: ShellCommand, scripts: Scripts): boolean {
  const command = unwrapped(whole)
  const program = programOf(command)
  if (judges.test(program) || (program === 'tsc' && has(command, /^--noEmit$/))) return false
  const [called] = scriptCalls(command, scripts)
  if (called === undefined) return true
  const { script } = called
  if (/lint|format|prettier|typecheck|type-check|check-types|style|audit|build$/.test(script)) return false
  return !commandsOf(scripts[script] ?? '').every((one) => judges.test(programOf(unwrapped(one))))
}
