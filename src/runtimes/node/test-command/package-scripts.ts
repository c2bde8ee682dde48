import { basename } from 'node:path'
import type { ShellCommand } from './shell.ts'

/** A script of the package that a command calls, with what is added to its end. */
interface ScriptCall {
  readonly script: string
  readonly more: readonly string[]
}

const managers = /^(?:npm|pnpm|yarn|bun)$/
const workspaces =
  /^(?:-r|--recursive|-ws|--workspaces?|--workspaces=.*|-w|--filter|-F|-C|--prefix|--cwd|workspaces?)$/

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
  if (!managers.test(name) || entersWorkspaces(command)) return []
  const at = rest.findIndex((word) => !word.startsWith('-'))
  const verb = rest[at] ?? ''
  const runs = /^(?:run|run-script|rum|urn)$/.test(verb)
  const script = runs ? rest.slice(at + 1).find((word) => !word.startsWith('-')) : nameOf(name, verb, scripts)
  if (script === undefined) return []
  const end = words.findIndex(({ value }, index) => index > at && value === script)
  const more = words.slice((end < 0 ? at + 1 : end) + 1).map(({ text }) => text)
  return [{ script, more: more.filter((text) => text !== '--') }]
}

function nameOf(
  program: string,
  verb: string,
  scripts: Readonly<Record<string, string>>,
): string | undefined {
  if (/^(?:t|tst|test)$/.test(verb) && program !== 'bun') return 'test'
  return /^(?:pnpm|yarn)$/.test(program) && scripts[verb] !== undefined ? verb : undefined
}

export function matching(pattern: string, scripts: Readonly<Record<string, string>>): readonly ScriptCall[] {
  if (!pattern.includes('*')) return [{ script: pattern, more: [] }]
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*')
  const names = Object.keys(scripts).filter((name) => new RegExp(`^${source}$`).test(name))
  return names.map((script) => ({ script, more: [] }))
}
