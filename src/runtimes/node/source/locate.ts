import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Frame } from '../../../profile/profile.ts'
import type { LocateContext, Location } from '../../runtime.ts'
import { below, realPath } from '../../source-path.ts'
import { calledAt } from './called.ts'
import { type SourceLines, sourceLinesOf } from './source-map.ts'

type Located = Exclude<Location, { readonly origin: 'runtime' }>

/**
 * Whose code a frame is: the revision's own (linked workspaces too),
 * a dependency's with the version of its package.json, or Node's. Files are looked at once each.
 */
export async function locator({ root }: LocateContext): Promise<(frame: Frame) => Location> {
  const realRoot = realPath(root)
  const versions = new Map<string, string | null>()
  const known = new Map<string, Located>()

  const versionIn = (directory: string): string | null => {
    const found = versions.get(directory)
    if (found !== undefined) return found
    const version = readVersion(directory)
    versions.set(directory, version)
    return version
  }
  const locate = (file: string): Located => {
    // Node loads the real file, but not with --preserve-symlinks.
    const path = realPath(file)
    const inside = below(realRoot, path) ?? below(root, path)
    const installed = installedPackage(path)
    if (installed) {
      const version = versionIn(installed.directory)
      return { origin: 'dependency', package: installed.name, version, path: inside ?? installed.path }
    }
    if (inside !== null) return { origin: 'project', path: inside }
    return { origin: 'dependency', package: dirname(path), version: null, path: null }
  }
  const maps = new Map<string, SourceLines | null>()
  const written = (file: string, line: number): Located | null => {
    const lines = maps.get(file) ?? (maps.has(file) ? null : sourceLinesOf(file))
    maps.set(file, lines)
    const source = line > 0 ? (lines?.(line) ?? null) : null
    const path = source === null ? null : below(realRoot, realPath(source.path))
    if (source === null || path === null || installedPackage(source.path) !== null) return null
    return { origin: 'project', path, line: source.line }
  }
  const texts = new Map<string, readonly string[]>()
  const withName = (frame: Frame, file: string, place: Located): Location => {
    const mapped = place.origin === 'project' && place.line !== undefined
    const source = mapped ? join(realRoot, place.path) : file
    const lines = texts.get(source) ?? linesOf(source)
    texts.set(source, lines)
    const called = calledAt(lines, mapped ? place.line : frame.line)
    return called === null ? place : { ...place, called }
  }
  return (frame) => {
    if (!frame.file.startsWith('/')) return { origin: 'runtime' }
    const file = frame.file.replace(/[?#].*$/, '')
    const found = known.get(file) ?? locate(file)
    known.set(file, found)
    const place = found.origin === 'project' ? (written(file, frame.line) ?? found) : found
    return nameless.test(frame.function) ? withName(frame, file, place) : place
  }
}

const nameless = /^(?:async |new |bound )*(?:\(anonymous\)|<anonymous>)?$/

/** [] when there is no such file any more, or it is no source that a person would read. */
function linesOf(file: string): readonly string[] {
  try {
    return statSync(file).size > mostRead ? [] : readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

const mostRead = 2e6

/** The innermost package that a path goes through: `/a/node_modules/b/node_modules/@c/d/e.js` is in @c/d. */
function installedPackage(
  path: string,
): { readonly name: string; readonly directory: string; readonly path: string } | null {
  const match = /^(.*\/)(node_modules\/((?:@[^/]+\/)?[^/]+))\/(.*)$/.exec(path)
  if (match === null) return null
  const [, above = '', inModules = '', name = '', rest = ''] = match
  return { name, directory: above + inModules, path: `${inModules}/${rest}` }
}

/** null when the package's manifest is gone or says nothing: a version not known is not made up. */
function readVersion(directory: string): string | null {
  try {
    const manifest: unknown = JSON.parse(readFileSync(`${directory}/package.json`, 'utf8'))
    if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return null
    return typeof manifest.version === 'string' ? manifest.version : null
  } catch {
    return null
  }
}
