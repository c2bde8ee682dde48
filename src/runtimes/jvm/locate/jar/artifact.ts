import type { Entry } from './archive.ts'

/** What a jar is a copy of. */
export interface Artifact {
  /** `io.projectreactor:reactor-core`; where nobody tells its group, `reactor-core`. */
  readonly package: string
  readonly version: string | null
}

/**
 * What a jar is, by where a build tool keeps it, by what Maven writes into it, by what OSGi does,
 * else by its file's name. `entries` are read only where the path does not tell.
 */
export function artifactOf(path: string, entries: () => readonly Entry[]): Artifact {
  return inMaven(path) ?? inGradle(path) ?? ofProperties(path, entries()) ?? ofName(path, bundleIn(entries()))
}

/** `~/.m2/repository/io/projectreactor/reactor-core/3.4.16/reactor-core-3.4.16.jar` */
function inMaven(path: string): Artifact | null {
  const [, group, artifact, version, file] =
    /\/repository\/(.+)\/([^/]+)\/([^/]+)\/([^/]+)\.jar$/.exec(path) ?? []
  if (group === undefined || !file?.startsWith(`${artifact}-`)) return null
  return { package: `${group.replaceAll('/', '.')}:${artifact}`, version: version ?? null }
}

/**
 * `~/.gradle/caches/modules-2/files-2.1/io.projectreactor/reactor-core/3.4.16/SHA1/reactor-core-3.4.16.jar`
 */
function inGradle(path: string): Artifact | null {
  const [, group, artifact, version] =
    /\/files-2\.1\/([^/]+)\/([^/]+)\/([^/]+)\/[^/]+\/[^/]+\.jar$/.exec(path) ?? []
  return group === undefined ? null : { package: `${group}:${artifact}`, version: version ?? null }
}

/** Of a jar with others shaded into it the one that the file is named after. */
function ofProperties(path: string, entries: readonly Entry[]): Artifact | null {
  const all = entries.filter(({ name }) => /^META-INF\/maven\/.*\/pom\.properties$/.test(name))
  const told = all.flatMap((entry): readonly Artifact[] => {
    const text = entry.read()?.toString() ?? ''
    const word = (key: string) => new RegExp(`^${key}\\s*=\\s*(\\S+)`, 'm').exec(text)?.[1]
    const [group, artifact] = [word('groupId'), word('artifactId')]
    return group === undefined || artifact === undefined
      ? []
      : [{ package: `${group}:${artifact}`, version: word('version') ?? null }]
  })
  const name = path.replace(/^.*\//, '')
  return told.find((one) => name.startsWith(one.package.replace(/^.*:/, ''))) ?? null
}

function bundleIn(entries: readonly Entry[]): string | null {
  const manifest =
    entries
      .find(({ name }) => name === 'META-INF/MANIFEST.MF')
      ?.read()
      ?.toString() ?? ''
  return /^Bundle-SymbolicName: ([\w.-]+)/m.exec(manifest.replace(/\r?\n /g, ''))?.[1] ?? null
}

/** A bundle is often called by group and artifact: `io.projectreactor.reactor-core`. */
function ofName(path: string, bundle: string | null): Artifact {
  const [, artifact = '', version = null] = /([^/]+?)(?:-(\d[\w.+-]*))?\.jar$/.exec(path) ?? []
  const group = bundle?.endsWith(`.${artifact}`) === true ? bundle.slice(0, -artifact.length - 1) : null
  return { package: group === null ? artifact : `${group}:${artifact}`, version }
}
