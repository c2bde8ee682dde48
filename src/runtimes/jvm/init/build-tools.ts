import { posix } from 'node:path'
import { foldersAbove } from '../../onboarding/folders.ts'
import type { Surroundings, Tree } from '../../onboarding/onboarding.ts'
import { type Modules, modulesAround } from './modules.ts'

/** How a project's build tool is called in its folder. */
export interface BuildTool {
  /** Without a goal or task, and without flags that every call has. */
  readonly command: string
  /** null: it is built alone. */
  readonly modules: Modules | null
  /** Paths outside of its folder that it is made of as well, from the root of the repository. */
  readonly shares: readonly string[]
}

export function mavenOf(tree: Tree, around: Surroundings): BuildTool {
  const modules = modulesAround(around, /^pom\.xml$/)
  const module =
    modules === null ? '' : ` --file ${modules.up}/pom.xml --projects ${modules.path} --also-make`
  const command = `${programOf(tree, modules, 'mvnw', 'mvn')} --batch-mode --quiet${module}`
  return { command, modules, shares: modules?.shares ?? [] }
}

/** In the folder of a module Gradle finds the build above by itself, and makes that module alone. */
export function gradleOf(tree: Tree, around: Surroundings): BuildTool {
  const modules = modulesAround(around, /^settings\.gradle/)
  return {
    command: programOf(tree, modules, 'gradlew', 'gradle'),
    modules,
    shares: modules?.shares ?? [],
  }
}

/** A build script in which plugins have the names that the version catalogue of the build gives them. */
export function scriptOf(tree: Tree, script: string, { folder, repository }: Surroundings): string {
  const places = [folder, ...foldersAbove(folder)]
  const catalogue =
    places
      .map((at) => repository.read(posix.join(at, 'gradle/libs.versions.toml')))
      .find((text) => text !== null) ?? ''
  return (tree.read(script) ?? '').replace(
    /\balias\s*\(?\s*libs\.plugins\.([\w.]+)\s*\)?/g,
    (whole, alias: string) => {
      const key = alias.replaceAll('.', '[-_.]')
      const [, id, short] =
        new RegExp(`^\\s*${key}\\s*=\\s*(?:\\{.*\\bid\\s*=\\s*["']([^"']+)|["']([^:"']+):)`, 'm').exec(
          catalogue,
        ) ?? []
      return id === undefined && short === undefined ? whole : `id("${id ?? short}")`
    },
  )
}

/** The wrapper that the build brings, else what is installed. */
function programOf(tree: Tree, modules: Modules | null, wrapper: string, installed: string): string {
  const isThere = (modules?.files ?? tree.files).includes(wrapper)
  return isThere ? `${modules?.up ?? '.'}/${wrapper}` : installed
}

/** Text of the manifests of a project, whatever builds it. */
export const manifestOf = (tree: Tree): string =>
  ['pom.xml', 'build.gradle', 'build.gradle.kts'].map((file) => tree.read(file) ?? '').join('\n')
