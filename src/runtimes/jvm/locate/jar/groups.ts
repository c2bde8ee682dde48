import { readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { dependencyFiles } from '../../source/dependency-files.ts'
import type { Artifact } from './artifact.ts'

/**
 * Of an artifact of which only its own name is known the name with its group:
 * as a manifest of the revision has it, else as the local repository of Maven or the cache of Gradle do;
 * else without.
 */
export function groupsIn(root: string): (artifact: Artifact) => string {
  let declared: readonly string[] | null = null
  return ({ package: name, version }) => {
    declared ??= packagesIn(root, 3)
    return (
      declared.find((one) => one.endsWith(`:${name}`)) ?? inRepository(name, version) ?? inCache(name) ?? name
    )
  }
}

function packagesIn(folder: string, depth: number): readonly string[] {
  return entriesOf(folder).flatMap((entry): readonly string[] => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return depth === 0 || /^(?:\.|target$|build$|src$|node_modules$)/.test(entry.name)
        ? []
        : packagesIn(path, depth - 1)
    const file = dependencyFiles.find(({ name }) =>
      typeof name === 'string' ? name === entry.name : name.test(entry.name),
    )
    if (file === undefined) return []
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines.flatMap((_, index) => file.read(lines, index, []).map((taken) => taken.package))
  })
}

const deepestGroup = 6

/** `~/.m2/repository/GROUP/ARTIFACT/VERSION`, where a group is a folder for each of its words. */
function inRepository(name: string, version: string | null): string | null {
  const repository = join(homedir(), '.m2/repository')
  const find = (words: readonly string[]): string | null => {
    const folders = entriesOf(join(repository, ...words)).filter((entry) => entry.isDirectory())
    const own = folders.some((entry) => entry.name === name)
    if (own && entriesOf(join(repository, ...words, name)).some((entry) => entry.name === version))
      return `${words.join('.')}:${name}`
    if (words.length === deepestGroup) return null
    for (const folder of folders) {
      const found = /^\d/.test(folder.name) ? null : find([...words, folder.name])
      if (found !== null) return found
    }
    return null
  }
  return version === null ? null : find([])
}

/** `~/.gradle/caches/modules-2/files-2.1/GROUP/ARTIFACT` */
function inCache(name: string): string | null {
  const cache = join(homedir(), '.gradle/caches/modules-2/files-2.1')
  const group = entriesOf(cache).find((entry) =>
    entriesOf(join(cache, entry.name)).some((one) => one.name === name),
  )
  return group === undefined ? null : `${group.name}:${name}`
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return []
  }
}
