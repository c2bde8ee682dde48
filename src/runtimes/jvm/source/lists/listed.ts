import type { Taken } from '../../../source.ts'
import { type Coordinates, type Model, modelOf } from './model.ts'

type Properties = ReadonlyMap<string, string>

const deepest = 12

/**
 * The versions that a list sets, as Maven reads a parent or what is imported into `dependencyManagement`:
 * what it inherits and what it imports too, as far as it was downloaded to this machine.
 * `properties` are those of who inherits it, which come before its own; an importer has none.
 */
export function listedBy(list: Coordinates, properties: Properties = new Map()): readonly Taken[] {
  const found = new Map<string, Taken>()
  visit(list, properties, found, 0)
  return [...found.values()]
}

/** Whether a list, or what it inherits, speaks of a property. */
export const speaksOf = (list: Coordinates, property: string): boolean =>
  lineage(list).some(({ managed }) => managed.some(({ version }) => version.includes(`\${${property}}`)))

/** The first version that is said of an artifact is the one that counts, and what is imported comes last. */
function visit(list: Coordinates, properties: Properties, found: Map<string, Taken>, depth: number): void {
  if (depth > deepest) return
  const models = lineage(list)
  const all = new Map([
    ...models.toReversed().flatMap((model) => [...model.properties]),
    ...own(list),
    ...properties,
  ])
  const managed = models.flatMap((model) => model.managed).map((one) => ({ ...one, ...filled(one, all) }))
  for (const { artifact, group, isImport, version } of managed) {
    const name = `${group}:${artifact}`
    if (!isImport && !found.has(name)) found.set(name, { package: name, version })
  }
  for (const one of managed) if (one.isImport) visit(one, new Map(), found, depth + 1)
}

/** From a list to its outermost parent. */
function lineage(list: Coordinates): readonly Model[] {
  const models: Model[] = []
  for (let next: Coordinates | null = list; next !== null && models.length < deepest; ) {
    const model: Model | null = modelOf(next)
    if (model === null) break
    models.push(model)
    next = model.parent
  }
  return models
}

const own = ({ group, version }: Coordinates): readonly (readonly [string, string])[] => [
  ['project.groupId', group],
  ['pom.groupId', group],
  ['project.version', version],
  ['pom.version', version],
]

const filled = ({ group, artifact, version }: Coordinates, properties: Properties): Coordinates => ({
  group: insert(group, properties),
  artifact: insert(artifact, properties),
  version: insert(version, properties),
})

/** A property may stand for another one. */
export function insert(text: string, properties: Properties, depth = 0): string {
  if (depth === deepest || !text.includes('${')) return text
  const next = text.replace(/\$\{([\w.-]+)\}/g, (whole, name: string) => properties.get(name) ?? whole)
  return next === text ? text : insert(next, properties, depth + 1)
}
