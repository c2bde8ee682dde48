import { basename } from 'node:path'
import { matching } from './package-scripts.ts'
import type { ShellCommand } from './shell.ts'

/** Options of concurrently that have a value of their own, where none is written behind `=`. */
const withValue =
  /^(?:-n|--names|-c|--prefix-colors|-s|--success|-p|--prefix|-l|--prefix-length|-m|--max-processes|-t|--timestamp-format|--restart-tries|--restart-after|--kill-signal|--ks|--kill-timeout|--hide|--name-separator|--default-input-target|--teardown|-P)$/

/** The command lines that a command is given as words, which it starts; none: it is given none. */
export function innerCommands(
  command: ShellCommand,
  scripts: Readonly<Record<string, string>>,
): readonly string[] {
  const [program = '', ...words] = command.words.map(({ value }) => value)
  switch (basename(program)) {
    case 'concurrently':
    case 'conc':
      return withoutOptions(words).flatMap((word) => expanded(word, scripts))
    case 'start-server-and-test':
    case 'server-test':
      return words.slice(-1).map((word) => (scripts[word] === undefined ? word : `npm run ${word}`))
    case 'is-ci': // of is-ci-cli: the script for CI, then the one for elsewhere
    case 'is-ci-cli':
      return words.slice(0, 1).map((word) => `npm run ${word}`)
    case 'glob': // with the files behind it
      return words.flatMap((word, index) => (/^(?:-c|--cmd)$/.test(words[index - 1] ?? '') ? [word] : []))
    case 'sh':
    case 'bash':
      return words[0] === '-c' ? words.slice(1, 2) : []
    default:
      return []
  }
}

const withoutOptions = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => !word.startsWith('-') && !withValue.test(words[index - 1] ?? ''))

/** `npm:test:*` is each script of that name. */
function expanded(word: string, scripts: Readonly<Record<string, string>>): readonly string[] {
  const [, pattern = '', more = ''] = /^(?:npm|yarn|pnpm|bun|node):(\S+)(.*)$/.exec(word) ?? []
  if (pattern === '') return [word]
  return matching(pattern.replace(/\(!.*\)$/, ''), scripts).map(({ script }) => `npm run ${script}${more}`)
}
