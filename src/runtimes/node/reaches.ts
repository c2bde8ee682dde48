import { extname } from 'node:path'

const isText = (path: string): boolean =>
  /\.(?:mdx?|txt|png|svg|jpe?g|gif)$|(?:^|\/)(?:LICENSE|\.github\/)/i.test(path)
const isCode = (path: string): boolean => /\.(?:[cm]?[jt]sx?|vue|svelte)$/.test(path)
/** What tools read, and tests do not load. */
const isSetting = (path: string): boolean => /(?:^|\/)(?:[^/]*config[^/]*|\.[^/]+)$/.test(path)
const isBuilt = (path: string): boolean => /(?:^|\/)(?:dist|build|out|\.next)\//.test(path)

/**
 * Whether tests that have loaded `files` may be touched by a change of `changed`. Where that cannot be known
 * they may: what is no code, settings of tools, and sources of which only what was built is loaded.
 */
export function reaches(files: readonly string[], changed: readonly string[]): boolean {
  const known = new Set(files)
  const endings = new Set(files.map((path) => extname(path)))
  if (files.length === 0 || files.some(isBuilt)) return true
  return changed.some((path) => {
    if (isText(path)) return false
    return !isCode(path) || isSetting(path) || !endings.has(extname(path)) || known.has(path)
  })
}
