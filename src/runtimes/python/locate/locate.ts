import { dirname } from 'node:path'
import type { Frame } from '../../../profile/profile.ts'
import type { LocateContext, Location } from '../../runtime.ts'
import { below, realPath } from '../../source-path.ts'
import { type Distribution, distributionsIn } from './distributions.ts'
import { plainFile } from './site.ts'
import { isOfPython } from './standard-library.ts'

/**
 * Whose code a frame is: the revision's own (packages installed in place too), a distribution's with its
 * version, or Python's. Files are looked at once each.
 */
export async function locator({ root }: LocateContext): Promise<(frame: Frame) => Location> {
  const realRoot = realPath(root)
  const known = new Map<string, Location>()
  const folders = new Map<string, (path: string) => Distribution | null>()

  const locate = (file: string): Location => {
    if (isOfPython(file)) return ofPython(file)
    const path = realPath(file)
    const inside = below(realRoot, path) ?? below(root, file)
    const installed = installedPath(file) ?? installedPath(path)
    if (installed !== null) return dependency(installed, inside)
    if (inside !== null) return { origin: 'project', path: inside }
    return isOfPython(path)
      ? ofPython(path)
      : { origin: 'dependency', package: dirname(path), version: null, path: null }
  }
  const dependency = ({ folder, path }: Installed, inside: string | null): Location => {
    const find = folders.get(folder) ?? distributionsIn(folder)
    folders.set(folder, find)
    const found = find(path) ?? { name: path.split('/')[0]?.replace(/\.py$/, '') ?? path, version: null }
    return {
      origin: 'dependency',
      package: found.name,
      version: found.version,
      path: inside ?? `site-packages/${path}`,
    }
  }
  return ({ file }) => {
    const found = known.get(file) ?? locate(file)
    known.set(file, found)
    return found
  }
}

const ofPython = (file: string): Location => ({
  origin: 'runtime',
  ...(file.startsWith('/') ? { path: plainFile(file) } : {}),
})

interface Installed {
  readonly folder: string
  readonly path: string
}

function installedPath(path: string): Installed | null {
  const [, folder, rest] = /^(.*\/(?:site|dist)-packages)\/(.+)$/.exec(path) ?? []
  return folder === undefined || rest === undefined ? null : { folder, path: rest }
}
