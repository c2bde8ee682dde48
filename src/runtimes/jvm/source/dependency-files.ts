import type { DependencyFile, Taken } from '../../source.ts'
import { catalogueLine } from './catalogue.ts'
import { gradleLine, gradleProperty } from './gradle.ts'
import { pomLine } from './pom.ts'

/** A package is a Maven artifact with its group: `io.projectreactor:reactor-core`. */
export const dependencyFiles: readonly DependencyFile[] = [
  { name: 'pom.xml', read: pomLine, usedIn: /^pom\.xml$/ },
  { name: /(?:^|\/)pom\.[\w.-]+\.xml$|\.pom$/, read: pomLine },
  { name: /(?:^|\/)[\w.-]*\.gradle(?:\.kts)?$/, read: gradleLine },
  { name: /(?:^|\/)gradle\.properties$/, read: gradleProperty, usedIn: /\.gradle(?:\.kts)?$/ },
  { name: /(?:^|\/)[\w.-]+\.versions\.toml$/, read: catalogueLine },
  { name: /(?:^|\/)[\w.-]+\.lockfile$/, read: lockLine },
]

/** `io.projectreactor:reactor-core:3.4.16=compileClasspath,runtimeClasspath`. */
function lockLine(lines: readonly string[], index: number): readonly Taken[] {
  const [, name, version] = /^([\w.-]+:[\w.-]+):([^=:]+)=/.exec(lines[index] ?? '') ?? []
  return name === undefined || version === undefined ? [] : [{ package: name, version }]
}
