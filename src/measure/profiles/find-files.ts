import { readdir, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import picomatch from 'picomatch'
import { expand } from '../../configure/expand.ts'
import type { WrittenFile } from './order-files.ts'

/**
 * Regular files that a glob names, from `directory` on unless it is absolute; `$NAME` is expanded. Of a
 * folder that is not there: none.
 */
export async function findFiles(
  glob: string,
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly WrittenFile[]> {
  const { folder, pattern } = parts(glob)
  // What a variable holds is a path, whatever characters are in it: it is no part of the pattern.
  const expanded = expand(folder, environment)
  const root = isAbsolute(expanded) ? expanded : join(directory, expanded)
  const matches = picomatch(expand(pattern, environment), { dot: true })
  const names = (await entries(root, /\/|\*\*/.test(pattern))).filter((name) => matches(name))
  const found = await Promise.all(names.map((name) => fileAt(join(root, name), name)))
  return found.flatMap((file) => file ?? [])
}

/** The folders in which a glob begins, and what is matched below them. */
function parts(glob: string): { readonly folder: string; readonly pattern: string } {
  const steps = glob.replace(/^(?:\.\/)+/, '').split('/')
  const first = steps.findIndex((step) => /[*?[\](){}!+@]/.test(step.replace(/\$\{\w+\}/g, '')))
  const at = first < 0 ? steps.length - 1 : first
  const folder = steps.slice(0, at).join('/')
  return { folder: folder === '' && glob.startsWith('/') ? '/' : folder, pattern: steps.slice(at).join('/') }
}

async function entries(root: string, recursive: boolean): Promise<readonly string[]> {
  try {
    return await readdir(root, { recursive })
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

async function fileAt(path: string, name: string): Promise<WrittenFile | null> {
  try {
    const found = await stat(path, { bigint: true })
    return found.isFile() ? { path, name, writtenAt: found.mtimeNs } : null
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
