import { basename } from 'node:path'
import type { ShellCommand } from './shell.ts'

/** A script of the package that a command calls, with what is added to its end. */
interface ScriptCall {
  readonly script: string
  readonly more: readonly string[]
}

const managers = /^(?:npm|pnpm|yarn|bun)$/
const workspaces =
  /^(?:-r|--recursive|-ws|(?:--workspaces?|--filter|--dir|--prefix|--cwd)(?:=.*)?|-w|-F|-C|workspaces?)$/

/** Whether a package manager is asked to work in other packages. */
export const entersWorkspaces = ({ words }: ShellCommand): boolean =>
  managers.test(basename(words[0]?.value ?? '')) && words.some(({ value }) => workspaces.test(value))

/** The scripts of its own package that a command calls: by npm, pnpm, yarn or bun, or several at once. */
export function scriptCalls(
  command: ShellCommand,
  scripts: Readonly<Record<string, string>>,
): readonly ScriptCall[] {
  const { words } = command
  const [program = '', ...rest] = words.map(({ value }) => value)
  const name = basename(program)
  if (/^(?:run-s|run-p|npm-run-all2?)$/.test(name))
    return rest.filter((word) => !word.startsWith('-')).flatMap((pattern) => matching(pattern, scripts))
  if (name === 'node') return scriptOfNode(words)
  if (!managers.test(name) || entersWorkspaces(command)) return []
  const at = rest.findIndex((word) => !word.startsWith('-'))
  const verb = rest[at] ?? ''
  const runs = /^(?:run|run-script|rum|urn)$/.test(verb)
  const script = runs ? rest.slice(at + 1).find((word) => !word.startsWith('-')) : nameOf(name, verb, scripts)
  if (script === undefined) return []
  if (/^\/.*\/$/.test(script)) return named(new RegExp(script.slice(1, -1)), scripts) // of pnpm
  const end = words.findIndex(({ value }, index) => index > at && value === script)
  const more = words.slice((end < 0 ? at + 1 : end) + 1).map(({ text }) => text)
  return [{ script, more: more.filter((text) => text !== '--') }]
}

/** `node --run test:unit -- --silent` */
function scriptOfNode(words: ShellCommand['words']): readonly ScriptCall[] {
  const at = words.findIndex(({ value }) => /^--run(?:=|$)/.test(value))
  if (at < 0) return []
  const [, inside] = words[at]?.value.split('=') ?? []
  const script = inside ?? words[at + 1]?.value
  const more = words.slice(inside === undefined ? at + 2 : at + 1).map(({ text }) => text)
  return script === undefined ? [] : [{ script, more: more.filter((text) => text !== '--') }]
}

function nameOf(
  program: string,
  verb: string,
  scripts: Readonly<Record<string, string>>,
): string | undefined {
  if (/^(?:t|tst|test)$/.test(verb) && program !== 'bun') return 'test'
  return /^(?:pnpm|yarn)$/.test(program) && scripts[verb] !== undefined ? verb : undefined
}

/** `test:*`, `test:unit -- --silent`; what stands for the words of whoever calls (`{@}`) stands for none. */
export function matching(words: string, scripts: Readonly<Record<string, string>>): readonly ScriptCall[] {
  const [pattern = '', ...given] = words.split(/\s+/)
  const more = given.filter((word) => word !== '--' && !/^\{.*\}$/.test(word))
  if (!pattern.includes('*')) return [{ script: pattern, more }]
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*')
  return named(new RegExp(`^${source}$`), scripts, more)
}

const named = (
  pattern: RegExp,
  scripts: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): readonly ScriptCall[] =>
  Object.keys(scripts)
    .filter((name) => pattern.test(name))
    .map((script) => ({ script, more }))
