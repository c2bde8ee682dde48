import { existsSync } from 'node:fs'
import { basename, isAbsolute, join, relative, resolve } from 'node:path'
import { tools } from '../../runtimes/index.ts'
import type { ProcessInfo } from '../process/processes.ts'
import { maskSecrets } from '../process/secrets.ts'

/**
 * Directories whose paths mean the same on both sides: the revision's own, and head's, where the driver lies.
 */
export interface RoleContext {
  /** Where commands run; what lies below is named relative to it. */
  readonly directory: string
  /** Roots of worktrees; what lies below is named relative to them. */
  readonly roots: readonly string[]
  /** The workload's texts as they stand in the repository. */
  readonly shown?: readonly string[]
  /**
   * The program's command is not among them:
   * then only names of flags and files of the revision are told of its arguments.
   */
  readonly unpublished?: boolean
}

const nameLimit = 200

/** Start other programs and have no memory of interest, as the tools of the languages do. */
const wrappers = new Set([
  'bash',
  'sh',
  'dash',
  'ash',
  'zsh',
  'busybox',
  'make',
  'gmake',
  'env',
  'time',
  'timeout',
  'nice',
  'sudo',
  'tini',
  'dumb-init',
  'docker',
  'docker-compose',
])

/**
 * True for shells, package managers and build tools: no role. A process without arguments (the kernel's) is
 * none either.
 */
export function isWrapper({ arguments: words }: Pick<ProcessInfo, 'arguments'>): boolean {
  // A program may write its command over its arguments, as one word with blanks in it.
  const program = basename(words[0]?.split(' ')[0] ?? '').replace(/^-/, '')
  if (program === '' || wrappers.has(program)) return true
  const rest = words.slice(1)
  return tools.wraps(
    program,
    rest.find((word) => !word.startsWith('-')),
    rest,
  )
}

/**
 * What a process is: its program and arguments, equal for equal processes of both sides and of every trial.
 * Paths inside a revision are relative; other absolute paths, ports, numbers, random ids, what follows a flag
 * named like a secret, and what looks like a secret itself and stands neither in the workload nor in the
 * revision are `*`.
 */
export function roleName(words: readonly string[], context: RoleContext): string {
  // A process that has set its title is one word with spaces.
  const own = words.length === 1 ? (words[0] ?? '').split(' ') : words
  const [program = '', ...rest] = own.map((word) => maskSecrets(word.replace(/\s+/g, ' ').trim()))
  const hidden = rest.map((word, index) => (secretFlag.test(rest[index - 1] ?? '') ? '*' : word))
  const name = [programName(program, context), ...hidden.map((word) => published(word, context))].join(' ')
  return name.length > nameLimit ? `${name.slice(0, nameLimit)}…` : name
}

const secretFlag = /^--?[\w-]*(password|passwd|secret|token|credential|api-?key)[\w-]*$/i
const secretValue = /^(--?[\w-]*(?:password|passwd|secret|token|credential|api-?key)[\w-]*=).*/i

function programName(program: string, context: RoleContext): string {
  const inside = insidePath(program, context)
  if (inside !== null) return inside
  return isAbsolute(program) ? basename(program) : program.replace(/^(\.\/)+/, '')
}

function published(word: string, context: RoleContext): string {
  const known = new Set((context.shown ?? []).flatMap((text) => text.split(/[\s"'`=;|&<>()]+/)))
  const isKnown = (text: string): boolean => known.has(text) || harmless.test(argumentName(text, context))
  const mayTell = (text: string): boolean =>
    isKnown(text) || isFile(text, context) || (context.unpublished !== true && !looksSecret(text))
  const told = (text: string): string => (mayTell(text) ? argumentName(text, context) : '*')
  const [, flag = '', value] = /^(--?[\w-]+)(?:=(.*))?$/s.exec(word) ?? []
  if (flag === '') return told(word)
  const name = /^--\w|^-\w$/.test(flag) || known.has(flag) || mayTell(flag.slice(1)) ? flag : '-*'
  return value === undefined ? name : argumentName(`${name}=${told(value)}`, context)
}

/** A long run that mixes letters and digits, or capitals with small letters as no name does. */
const looksSecret = (text: string): boolean =>
  text
    .split(/[^A-Za-z0-9_]+/)
    .some(
      (run) =>
        (run.length >= 10 && /\d/.test(run) && /[A-Za-z]/.test(run)) ||
        (run.length >= 16 && /[a-z]/.test(run) && /[A-Z]{2}|[a-z][A-Z][a-z]?[A-Z]/.test(run)),
    )

/** What is left of numbers, addresses of this machine, and paths that were taken out. */
const harmless = /^(?:[*\d.:,/[\]]|localhost|https?:\/\/(?=localhost|127\.|\[))*$/

function isFile(word: string, context: RoleContext): boolean {
  if (insidePath(word, context) !== null) return true
  const inside = !isAbsolute(word) && !word.split('/').includes('..') && word.length < 1000
  return inside && [context.directory, ...context.roots].some((root) => existsSync(join(root, word)))
}

function argumentName(word: string, context: RoleContext): string {
  return word
    .replace(secretValue, '$1*')
    .replace(/\/\/[^/@\s]+@/g, '//*@')
    .replace(absolutePath, (path) => insidePath(path, context) ?? '*')
    .replace(/^(\.\/)+(?=.)/, '')
    .replace(randomId, '*')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w.])\d+(?:\.\d+)*(?:[a-zA-Z]{1,3})?(?![\w.])/g, (number) =>
      /^\d{1,3}(\.\d{1,3}){3}$/.test(number) ? number : '*',
    )
    .replace(pathList, '*')
}

// At the start of an argument or of a value in it, not the one behind `scheme:/`.
const absolutePath = /(?<=^|[=,"'(@ ]|[^/]:)\/(?!\/)[^\s=,:"')]*/g
/** A list of paths, inside the revision or not, which another version of a package makes longer. */
const pathList =
  /(?<![^:=])(?:\*|(?!\/\/)[^\s:=,]*\/[^\s:=,]*)(?::(?:\*|(?!\/\/)[^\s:=,]*\/[^\s:=,]*))+(?![^:])/g
const randomId = /\b(?=[0-9a-f-]*\d)(?=[0-9-]*[a-f])[0-9a-f]{8}(?:-?[0-9a-f]{4,12}){1,5}\b/gi

function insidePath(path: string, { directory, roots }: RoleContext): string | null {
  if (!isAbsolute(path)) return null
  for (const root of [directory, ...roots]) {
    const inside = relative(root, resolve(path))
    if (!inside.startsWith('..') && !isAbsolute(inside)) return inside || '.'
  }
  return null
}

/** A process with the role it plays; the parent is the nearest process under `start` that has a role. */
export interface RoleProcess {
  readonly key: string
  readonly name: string
  readonly parent: RoleProcess | null
}

/** Names processes that have a role by their program, and links each to the nearest ancestor that has one. */
export function nameProcesses(
  processes: readonly ProcessInfo[],
  context: RoleContext,
): ReadonlyMap<number, RoleProcess> {
  const byPid = new Map(processes.map((p) => [p.pid, p]))
  const named = new Map<number, RoleProcess>()
  const nameOf = (info: ProcessInfo | undefined): RoleProcess | null => {
    if (!info) return null
    if (isWrapper(info)) return nameOf(byPid.get(info.parent))
    const known = named.get(info.pid)
    if (known) return known
    const parent = nameOf(byPid.get(info.parent))
    const one = { key: processKey(info), name: roleName(info.arguments, context), parent }
    named.set(info.pid, one)
    return one
  }
  for (const info of processes) nameOf(info)
  return named
}

/** Names a process for good: pids are used again. */
const processKey = ({ pid, startTime }: Pick<ProcessInfo, 'pid' | 'startTime'>): string =>
  `${pid}@${startTime}`

/**
 * One name a role: equals under one parent share it (a pool). An equal program under another parent is told
 * apart by it, as a server and the workers it forks from itself are.
 */
export function poolNames(members: readonly RoleProcess[]): ReadonlyMap<string, string> {
  const lineage = (m: RoleProcess): string =>
    m.parent ? `${m.name} (child of ${lineage(m.parent)})` : m.name
  const parentsOf = new Map<string, Set<string>>()
  for (const m of members) {
    const parent = m.parent ? lineage(m.parent) : ''
    parentsOf.set(m.name, (parentsOf.get(m.name) ?? new Set()).add(parent))
  }
  const shared = (m: RoleProcess): boolean => (parentsOf.get(m.name)?.size ?? 0) > 1
  return new Map(members.map((m) => [m.key, shared(m) ? lineage(m) : m.name]))
}
