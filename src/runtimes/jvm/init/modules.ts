import { posix } from 'node:path'
import { foldersAbove } from '../../onboarding/folders.ts'
import type { Surroundings } from '../../onboarding/onboarding.ts'

/** The build of several modules that a project is one of. */
export interface Modules {
  /** From the project's folder to the build's: `..`. */
  readonly up: string
  /** From the build's folder to the project's: `services/api`. */
  readonly path: string
  /** Files of the build at its root. */
  readonly files: readonly string[]
  /**
   * What else the project may be made of: files of the build and other modules, from the repository's root.
   */
  readonly shares: readonly string[]
}

/** null: it is built alone. */
export function modulesAround({ folder, repository }: Surroundings, isOne: RegExp): Modules | null {
  const root = foldersAbove(folder).findLast((at) =>
    roots.some(
      (name) => isOne.test(name) && declared(repository.read(posix.join(at, name)) ?? '').length > 0,
    ),
  )
  if (root === undefined) return null
  const inRoot = (name: string): string => posix.join(root, name)
  const declaring = roots
    .filter((name) => isOne.test(name))
    .map((name) => repository.read(inRoot(name)) ?? '')
  const others = declaring.flatMap(declared).map(inRoot)
  return {
    up: posix.relative(folder, root),
    path: posix.relative(root, folder),
    files: repository.files
      .filter((file) => posix.dirname(file) === (root || '.'))
      .map((f) => posix.basename(f)),
    shares: [...of.map(inRoot), ...others].filter(
      (path) =>
        path !== folder && repository.files.some((file) => file === path || file.startsWith(`${path}/`)),
    ),
  }
}

const roots = ['pom.xml', 'settings.gradle', 'settings.gradle.kts']

/** Files and folders at a build's root by which every module may be made otherwise. */
const of = [...roots, 'build.gradle', 'build.gradle.kts', 'gradle.properties', 'gradle', 'buildSrc']

/** Folders of modules: `<module>core</module>`, `include(":core", ":apps:api")`. */
function declared(text: string): readonly string[] {
  const maven = Array.from(text.matchAll(/<module>\s*([^<\s]+)\s*<\/module>/g), ([, path = '']) => path)
  const gradle = Array.from(text.matchAll(/^\s*include\b\s*\(?([^\n)]+)/gm), ([, list = '']) => list)
  const named = gradle.flatMap((list) =>
    Array.from(list.matchAll(/['"]:?([^'"]+)['"]/g), ([, path = '']) => path),
  )
  return [...maven, ...named.map((path) => path.replaceAll(':', '/'))]
}
