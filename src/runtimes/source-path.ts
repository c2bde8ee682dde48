import { realpathSync } from 'node:fs'
import { relative, sep } from 'node:path'

/** The path without links. A file that ran may be gone by now (generated code): then its own path stands. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Where `path` stands below `root`, with forward slashes; null when it does not. */
export function below(root: string, path: string): string | null {
  const inside = relative(root, path)
  return inside === '' || inside.startsWith('..') ? null : inside.replaceAll(sep, '/')
}
