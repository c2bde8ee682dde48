import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Revision } from '../../checkout/revision.ts'
import { tools } from '../../runtimes/index.ts'

/**
 * What of the user's checkout a failed command missed in its revision; where it ran, relative to the root.
 */
export interface CommandContext {
  readonly revision: Pick<Revision, 'directory' | 'side' | 'checkout'>
  readonly headDirectory: string
  readonly directory: string
}

/**
 * What to do about the first path of `output` that the checkout has and the revision lacks; null when there
 * is none.
 */
export function missingFile(output: readonly string[], command: CommandContext): string | null {
  const { checkout } = command.revision
  if (checkout === undefined) return null
  const named = output.slice(-100).flatMap((line) => pathsIn(line, command.revision.directory))
  const inside = [...new Set(named)].slice(0, 500).flatMap((path) => [join(command.directory, path), path])
  const lacking = inside.find(
    (path) =>
      !path.startsWith('..') &&
      existsSync(join(checkout, path)) &&
      !existsSync(join(command.revision.directory, path)),
  )
  return lacking === undefined ? null : advice(topmost(lacking, command.revision.directory), command)
}

function pathsIn(line: string, root: string): readonly string[] {
  const words = line.match(/[\w@.+~/-]+/g) ?? []
  const files = words
    .map((word) => (word.startsWith(root) ? relative(root, word) : word.replace(/[.:]+$/, '')))
    .filter((word) => /[./]/.test(word) && !word.startsWith('/') && /\w/.test(word))
  const missing = tools.missingPackage(line)
  return missing === null ? files : [missing, ...files]
}

/** The outermost folder that is missing: a whole folder of packages rather than one file of it. */
function topmost(path: string, root: string): string {
  const steps = path.split('/')
  const missing = steps.findIndex((_, i) => !existsSync(join(root, ...steps.slice(0, i + 1))))
  return steps.slice(0, missing + 1).join('/')
}

function advice(path: string, { headDirectory, revision }: CommandContext): string {
  if (revision.side === 'base' && existsSync(join(headDirectory, path)))
    return `\`${path}\` is in head and not in base: name it in \`driver\` if it belongs to the workload.`
  return `\`${path}\` is in your checkout and not in this revision, which holds only what is committed: let \`setup\` make it, or name it in \`copy\`.`
}
