import { basename } from 'node:path'
import type { ShellCommand, ShellWord } from './shell.ts'

/** Programs that start the one behind their own options, with nothing of theirs in it that tests need. */
const wrappers = /^(?:cross-env|cross-env-shell|env|c8|nyc|time|nice|exec|npx|pnpx|bunx|corepack)$/
/** They give what they start an environment that tests may need. */
const givers = /^(?:dotenv|dotenvx|env-cmd)$/
const managers = /^(?:pnpm|yarn|npm|bun)$/

/** Commands of packages, which pnpm and yarn start by their name. */
const runners =
  /^(?:tsx|vitest|jest|_?mocha|ts-mocha|borp|ava|jasmine|uvu|qunit|react-scripts|tsdx|dts|concurrently|turbo|nx)$/

/** Words that begin a command behind a wrapper whose options may have values of their own. */
const programs =
  /^(?:node|tsx|ts-node|npx|npm|pnpm|yarn|bun|deno|vitest|jest|_?mocha|ts-mocha|borp|ava|tap|tape|jasmine|uvu|qunit|lab|karma|cypress|playwright|wtr|react-scripts|craco|tsdx|dts|kcd-scripts|egg-bin|concurrently|is-ci|turbo|nx|lerna|cross-env|env|dotenv|c8|nyc)$/

/** The command that its wrappers start: `cross-env A=1 c8 -r text node --test` starts `A=1 node --test`. */
export function unwrapped(command: ShellCommand): ShellCommand {
  const [first, ...rest] = command.words
  if (first === undefined) return command
  const name = basename(first.value)
  const verb = rest[0]?.value ?? ''
  const executes =
    managers.test(name) &&
    (/^(?:exec|dlx|x)$/.test(verb) ||
      (name === 'yarn' && verb === 'node') ||
      (name !== 'npm' && runners.test(verb)) ||
      // A script of that name would be a script that calls itself.
      (/^(?:yarn|bun)$/.test(name) && verb === 'run' && runners.test(rest[1]?.value ?? '')))
  if (!wrappers.test(name) && !givers.test(name) && !executes) return command
  const start = rest.findIndex(({ value }) => programs.test(basename(value)))
  if (start < 0) return command
  const kept = givers.test(name)
    ? [{ text: 'npx', value: 'npx' }, first, ...rest.slice(0, start)]
    : rest.slice(0, start).filter(isAssignment)
  const assignments = [...command.assignments, ...kept.map(({ text }) => text)]
  return unwrapped({ assignments, words: rest.slice(start) })
}

const isAssignment = ({ value }: ShellWord): boolean => /^[A-Za-z_]\w*=/.test(value)
