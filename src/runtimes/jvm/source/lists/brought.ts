import type { Taken } from '../../../source.ts'
import { insert, listedBy, speaksOf } from './listed.ts'
import { type Coordinates, modelIn, modelOf } from './model.ts'

/**
 * What a build of Gradle takes by a list as well, where one of these is a list: `platform("…:…-bom:1.0")`,
 * `mavenBom`, and the plugin of Spring Boot, which brings its own.
 */
export function withListed(taken: readonly Taken[]): readonly Taken[] {
  const lists = taken.flatMap((one) => {
    const list = coordinatesOf(
      one.package === 'org.springframework.boot'
        ? { ...one, package: 'org.springframework.boot:spring-boot-dependencies' }
        : one,
    )
    return list !== null && isList(list) && (modelOf(list)?.managed.length ?? 0) > 0 ? [list] : []
  })
  return [...taken, ...lists.flatMap((list) => by(named(list), listedBy(list)))]
}

/** A library has a list as well, of what it was built with: nobody takes that with it. */
const isList = ({ artifact }: Coordinates): boolean => /-(?:bom|dependencies|platform)$|^bom$/.test(artifact)

/** What the lines of a `pom.xml` take by its parent, or by a list that it imports. */
export function broughtBy(taken: Taken, pom: readonly string[]): readonly Taken[] {
  const { parent, properties, managed } = modelIn(pom)
  const list = coordinatesOf(taken)
  if (list === null) return []
  if (parent?.artifact === list.artifact && parent.group === list.group)
    return by(named(list), listedBy(list, properties))
  const isImported = managed.some(
    (one) =>
      one.isImport &&
      taken.package === `${insert(one.group, properties)}:${insert(one.artifact, properties)}`,
  )
  return isImported ? by(named(list), listedBy(list)) : []
}

/** What a property of a `pom.xml` has its parent take in another version. */
export function broughtByProperty(name: string, pom: readonly string[]): readonly Taken[] {
  const { parent, properties } = modelIn(pom)
  if (parent === null || !speaksOf(parent, name)) return []
  const without = new Map([...properties].filter(([other]) => other !== name))
  const before = new Map(listedBy(parent, without).map((one) => [one.package, one.version]))
  const changed = listedBy(parent, properties).filter((one) => before.get(one.package) !== one.version)
  return by(name, changed)
}

const named = (list: Coordinates): string => `${list.group}:${list.artifact}:${list.version}`

const by = (name: string, listed: readonly Taken[]): readonly Taken[] =>
  listed.map((one) => ({ ...one, by: name }))

function coordinatesOf({ package: name, version }: Taken): Coordinates | null {
  const [group, artifact] = name.split(':')
  return group === undefined || artifact === undefined || version === null
    ? null
    : { group, artifact, version }
}
