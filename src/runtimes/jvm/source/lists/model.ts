import { readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** One version of an artifact. */
export interface Coordinates {
  readonly group: string
  readonly artifact: string
  readonly version: string
}

/** A version that a list sets, as it is written: a property's, and in terms of it, more often than not. */
interface Managed extends Coordinates {
  /** It stands for all that another list sets. */
  readonly isImport: boolean
}

/** What a `pom.xml` says of versions, and nothing else of it. */
export interface Model {
  readonly parent: Coordinates | null
  readonly properties: ReadonlyMap<string, string>
  readonly managed: readonly Managed[]
}

const read = new WeakMap<readonly string[], Model>()

/** Of the lines of a `pom.xml`, which is asked for line by line and read once. */
export function modelIn(lines: readonly string[]): Model {
  const model = read.get(lines) ?? readModel(lines.join('\n'))
  read.set(lines, model)
  return model
}

function readModel(text: string): Model {
  const plain = text.replace(/<!--[\s\S]*?-->/g, '')
  const parent = /<parent>([\s\S]*?)<\/parent>/.exec(plain)?.[1]
  const properties = /<properties>([\s\S]*?)<\/properties>/.exec(plain)?.[1] ?? ''
  const management = /<dependencyManagement>([\s\S]*?)<\/dependencyManagement>/.exec(plain)?.[1] ?? ''
  const blocks = Array.from(management.matchAll(/<dependency>([\s\S]*?)<\/dependency>/g), ([, block = '']) =>
    block.replace(/<exclusions>[\s\S]*?<\/exclusions>/g, ''),
  )
  return {
    parent: parent === undefined ? null : coordinatesIn(parent),
    properties: new Map(
      Array.from(properties.matchAll(/<([\w.-]+)>\s*([^<]*?)\s*<\/\1>/g), ([, name = '', value = '']) => [
        name,
        value,
      ]),
    ),
    managed: blocks.flatMap((block) => {
      const found = coordinatesIn(block)
      return found === null ? [] : [{ ...found, isImport: /<scope>\s*import\s*</.test(block) }]
    }),
  }
}

function coordinatesIn(block: string): Coordinates | null {
  const word = (tag: string) => new RegExp(`<${tag}>\\s*([^<]+?)\\s*</${tag}>`).exec(block)?.[1]
  const [group, artifact, version] = [word('groupId'), word('artifactId'), word('version')]
  return group === undefined || artifact === undefined || version === undefined
    ? null
    : { group, artifact, version }
}

const known = new Map<string, Model>()

/** The model of what was downloaded to this machine; null: it was not. */
export function modelOf(coordinates: Coordinates): Model | null {
  const key = Object.values(coordinates).join(':')
  const found = known.get(key)
  if (found !== undefined) return found
  const text = inMaven(coordinates) ?? inGradle(coordinates)
  if (text === null) return null
  const model = readModel(text)
  known.set(key, model)
  return model
}

function inMaven({ group, artifact, version }: Coordinates): string | null {
  const folder = join(homedir(), '.m2/repository', ...group.split('.'), artifact, version)
  return textOf(join(folder, `${artifact}-${version}.pom`))
}

/** Below a folder that is named after the file's hash. */
function inGradle({ group, artifact, version }: Coordinates): string | null {
  const home = process.env.GRADLE_USER_HOME ?? join(homedir(), '.gradle')
  const folder = join(home, 'caches/modules-2/files-2.1', group, artifact, version)
  for (const hash of foldersIn(folder)) {
    const text = textOf(join(folder, hash, `${artifact}-${version}.pom`))
    if (text !== null) return text
  }
  return null
}

function foldersIn(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
