import { posix } from 'node:path'
import type { Tree } from './onboarding.ts'

/** A command by which a project says that it is started. */
export interface Declared {
  readonly file: string
  readonly command: string
}

/**
 * What Procfile, Dockerfile, compose file, Makefile, Taskfile, justfile and the workflows of CI start,
 * in this order; the words alone, whatever language they are of.
 */
export function declaredCommands(tree: Tree): readonly Declared[] {
  const named = (pattern: RegExp) => tree.files.filter((file) => pattern.test(posix.basename(file)))
  const from = (pattern: RegExp, commandsIn: (text: string) => readonly string[]) =>
    named(pattern).flatMap((file) =>
      commandsIn(tree.read(file) ?? '').map((command) => ({ file, command: command.trim() })),
    )
  return [
    ...from(/^Procfile$/, (text) => [...text.matchAll(/^web:(.*)$/gm)].map(([, line = '']) => line)),
    ...from(/^Dockerfile/, dockerCommands),
    ...from(/^(?:docker-)?compose\.ya?ml$/, (text) =>
      [...text.matchAll(/^\s+command:\s*(.+)$/gm)].map(([, line = '']) => unlisted(line)),
    ),
    ...from(/^(?:GNU)?[Mm]akefile$/, makeCommands),
    ...from(/^[Tt]askfile(?:\.dist)?\.ya?ml$/, (text) => taskCommands(text)),
    ...from(/^\.?[Jj]ustfile$/, (text) => makeCommands(text.replace(/^[ ]+(?=\S)/gm, '\t'))),
    ...workflowCommands(tree),
  ].filter(({ command }) => command !== '')
}

/** What a container of the last stage runs: ENTRYPOINT, with CMD as its arguments. */
function dockerCommands(text: string): readonly string[] {
  const joined = text.replace(/\\\n\s*/g, ' ')
  const last = (name: string) => [...joined.matchAll(new RegExp(`^${name}\\s+(.+)$`, 'gim'))].at(-1)?.[1]
  const words = [last('ENTRYPOINT'), last('CMD')].flatMap((line) =>
    line === undefined ? [] : unlisted(line),
  )
  return words.length > 0 ? [words.join(' ')] : []
}

/** `["node", "server.js"]` as a line of a shell. */
function unlisted(line: string): string {
  const items = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? '')
  return line.trim().startsWith('[') ? items.join(' ') : line.trim()
}

/** The lines of targets that run something, with what the file's own variables hold. */
function makeCommands(text: string): readonly string[] {
  const targets = /^(?:run|start|serve|server|dev|up)(?:[-/\w]*)(?: [^:\n]*)?:[^=\n]*\n((?:\t.*\n?)+)/gm
  const set = new Map(
    [...text.matchAll(/^(?:export\s+)?(\w+)\s*[:?]{0,2}=\s*([^\n#]*)/gm)].map(
      ([, name = '', value = '']) => [name, value.trim().replace(/^"(.*)"$/, '$1')] as const,
    ),
  )
  const held = (whole: string, name: string) => set.get(name) ?? whole
  return [...text.matchAll(targets)].flatMap(([, lines = '']) =>
    lines
      .replace(/\$[({](\w+)[)}]/g, held)
      .replace(/\{\{\s*(\w+)\s*\}\}/g, held)
      .split('\n')
      .map((line) => line.replace(/^\t[@-]*/, '').trim())
      .filter((line) => line !== '' && !/^(?:echo|#)/.test(line) && !/\$[({]|\{\{/.test(line)),
  )
}

/** Of tasks that run something: `cmds: - go run .`, `cmd: …`. */
function taskCommands(text: string): readonly string[] {
  const tasks = /^ {2}(?:run|start|serve|server|dev|up)(?:[-:/\w]*):[ ]*([^\n]*)\n((?: {3,}.*\n?|\n)*)/gm
  return [...text.matchAll(tasks)]
    .flatMap(([, own = '', body = '']) => [
      ...(own === '' ? [] : [own]),
      ...[...body.matchAll(/^\s+(?:- (?:cmd: )?|cmd: )([^\s{][^\n]*)$/gm)].map(([, line = '']) =>
        line.replace(/^(['"])(.*)\1$/, '$2'),
      ),
    ])
    .filter((line) => !/\{\{|^\w+:/.test(line))
}

/** What a workflow starts in the background, for its own tests. */
function workflowCommands(tree: Tree): readonly Declared[] {
  const files = tree.files.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file))
  return files.flatMap((file) =>
    [...(tree.read(file) ?? '').matchAll(/^\s*(?:-\s+)?(?:run:\s*)?([\w./].*?)\s+&\s*$/gm)].map(
      ([, command = '']) => ({ file, command: command.replace(/\s+>\s*\S+.*$/, '') }),
    ),
  )
}
