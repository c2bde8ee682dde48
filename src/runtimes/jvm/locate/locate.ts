import type { Frame } from '../../../profile/profile.ts'
import type { LocateContext, Location } from '../../runtime.ts'
import { plainClass } from '../class-name.ts'
import { entriesOf, entriesWithin } from './jar/archive.ts'
import { type Artifact, artifactOf } from './jar/artifact.ts'
import { groupsIn } from './jar/groups.ts'
import { splitName } from './site.ts'
import { sourcesIn } from './sources.ts'

/**
 * Whose code a frame is. Its file is the one that the JVM tells, and before it, behind `!/`,
 * the jar that the class was loaded from, where there was one. What has a source in the revision is its own,
 * in a jar or not.
 */
export async function locator({ root }: LocateContext): Promise<(frame: Frame) => Location> {
  const sourceOf = sourcesIn(root)
  const known = new Map<string, Location>()
  const artifacts = new Map<string, Artifact>()
  const groupOf = groupsIn(root)
  const artifactAt = (jar: string): Artifact => {
    const known = artifacts.get(jar)
    if (known !== undefined) return known
    const told = artifactOf(jar, () => entriesAt(jar))
    const found = told.package.includes(':') ? told : { ...told, package: groupOf(told) }
    artifacts.set(jar, found)
    return found
  }
  const locate = ({ file, function: name }: Frame): Location => {
    const ofClass = plainClass(splitName(name).ofClass).replace(/(?:\[\])+$/, '')
    const { base, jar } = placeOf(file)
    if (/^(?:boolean|byte|char|double|float|int|long|short|\$Proxy|\(native\))$/.test(ofClass))
      return { origin: 'runtime' }
    if (jar === null && isOfJvm(ofClass)) return { origin: 'runtime', path: pathOf(ofClass, base) }
    const source = sourceOf(ofClass, base)
    if (source !== null) return { origin: 'project', path: source }
    if (jar !== null) return { origin: 'dependency', ...artifactAt(jar), path: pathOf(ofClass, base) }
    return unknown(ofClass)
  }
  return (frame) => {
    const key = `${splitName(frame.function).ofClass} ${frame.file}`
    const found = known.get(key) ?? locate(frame)
    known.set(key, found)
    return found
  }
}

/** A jar may stand in a jar. */
function placeOf(file: string): { readonly jar: string | null; readonly base: string } {
  const at = file.lastIndexOf('!/')
  return at < 0 ? { jar: null, base: file } : { jar: file.slice(0, at), base: file.slice(at + 2) }
}

function entriesAt(jar: string) {
  const [outer = '', ...inner] = jar.split('!/')
  return inner.reduce((entries, name) => {
    const bytes = entries.find((entry) => entry.name === name)?.read() ?? null
    return bytes === null ? [] : entriesWithin(bytes)
  }, entriesOf(outer))
}

const isOfJvm = (name: string): boolean =>
  /^(?:java|jdk|sun|com\.sun\.(?:net\.httpserver|management|jmx|jndi|crypto|beans|java|imageio|naming|org|tools|rowset|security|media)|javax\.(?:crypto|imageio|lang|management|naming|net|print|rmi|script|security\.(?:auth|cert|sasl)|smartcardio|sql|swing|tools|xml\.(?:catalog|crypto|datatype|namespace|parsers|stream|transform|validation|xpath))|org\.(?:ietf\.jgss|w3c\.dom|xml\.sax))\./.test(
    name,
  )

/** Of its sources: `reactor/core/publisher/SinkEmptyMulticast.java`. */
function pathOf(ofClass: string, base: string): string {
  const path = ofClass.replace(/\$.*$/, '').replaceAll('.', '/')
  return base === '' ? `${path}.java` : path.replace(/[^/]*$/, base)
}

/** A class that was made while the program ran, or whose jar is gone. */
const unknown = (ofClass: string): Location => ({
  origin: 'dependency',
  package: ofClass.replace(/\.?[^.]*$/, '') || ofClass,
  version: null,
  path: null,
})
