import { readdirSync, readlinkSync } from 'node:fs'
import { type Entry, entriesOf, entriesWithin } from './archive.ts'

/**
 * In which jar a class is: its path, and of a jar in it that one's behind `!/`. null:
 * in none of those that the process has open.
 */
export type JarOf = (className: string) => string | null

/**
 * The jars of a process, as far as it has opened them by now:
 * the JVM keeps each open that it has looked into, whoever started it and however it was told of them.
 * Archives are looked at once each.
 */
export function classPathOf(pid: number): () => JarOf {
  const root = `/proc/${pid}`
  const places = new Map<string, string>()
  const known = new Set<string>()
  return () => {
    for (const jar of openJars(root).filter((path) => !known.has(path))) {
      known.add(jar)
      for (const [name, place] of classesIn(jar, entriesOf(`${root}/root${jar}`)))
        if (!places.has(name)) places.set(name, place)
    }
    return (className) => places.get(className.replace(/(?:\[\])+$|\$.*$/g, '')) ?? null
  }
}

function openJars(root: string): readonly string[] {
  try {
    const targets = readdirSync(`${root}/fd`).flatMap((fd) => linkOf(`${root}/fd/${fd}`))
    return [...new Set(targets.filter((path) => /\.[jw]ar$/.test(path)))].sort()
  } catch {
    return []
  }
}

function linkOf(path: string): readonly string[] {
  try {
    return [readlinkSync(path)]
  } catch {
    return []
  }
}

/** Outermost classes with where they are; those of jars within it too, as Spring Boot packs them. */
function* classesIn(place: string, entries: readonly Entry[]): Generator<readonly [string, string]> {
  for (const entry of entries) {
    const [, name] = /^(?:BOOT-INF\/classes\/|WEB-INF\/classes\/)?([^$]+)\.class$/.exec(entry.name) ?? []
    if (name !== undefined) yield [name.replaceAll('/', '.'), place]
    if (!entry.name.endsWith('.jar')) continue
    const bytes = entry.read()
    if (bytes !== null) yield* classesIn(`${place}!/${entry.name}`, entriesWithin(bytes))
  }
}
