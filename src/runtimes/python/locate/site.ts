import type { Frame } from '../../../profile/profile.ts'

/**
 * `Class.method (file.py)`: the function and its file, from the last `site-packages/` on, of Python's own
 * library below its folder, else by its base name and the folder of a package's `__init__.py`: folders above
 * it are the revision's. No lines, and no versions of Python.
 */
export function site({ function: name, file }: Frame): string {
  return file === '' ? name : `${name} (${plainFile(file)})`.trimStart()
}

/** A file without what is the machine's: of the library or a package its path there, else its base name. */
export function plainFile(file: string): string {
  if (!file.startsWith('/')) return file.replace(/\b0x[0-9a-f]+\b|\d+/g, '*')
  const path = file.replaceAll('\\', '/')
  const below = /^.*\/(?:(?:site|dist)-packages|python3(?:\.\d+t?|\d+\.zip))\/(.*)$/.exec(path)?.[1]
  if (below !== undefined) return below
  const parts = path.split('/')
  return parts.at(-1) === '__init__.py' ? parts.slice(-2).join('/') : (parts.at(-1) ?? path)
}
