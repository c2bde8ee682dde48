import { posix } from 'node:path'
import type { Surroundings, Tree } from '../../onboarding/onboarding.ts'
import { gradleOf, mavenOf, scriptOf } from './build-tools.ts'
import { frameworkIn } from './frameworks.ts'
import type { SourceFile } from './source-file.ts'

/** How a program is built and started. */
export interface Build {
  /** In words: `Spring Boot server`. */
  readonly what: string
  readonly program: string
  readonly setup: string
  readonly start: string
  /** Paths outside of its folder that it is made of as well, from the root of the repository. */
  readonly shares: readonly string[]
}

/** By what builds the project; several where it has several programs. */
export function buildsOf(tree: Tree, sources: readonly SourceFile[], around: Surroundings): readonly Build[] {
  if (tree.files.includes('pom.xml')) return maven(tree, sources, around)
  const script = ['build.gradle.kts', 'build.gradle'].find((file) => tree.files.includes(file))
  if (script !== undefined) return gradle(tree, script, around)
  return mains(sources).map(({ name, text }) => ({
    what: whatListens(text),
    program: name,
    setup: `javac -d out ${listed(sources)}`,
    start: `java -cp out ${name}`,
    shares: [],
  }))
}

function maven(tree: Tree, sources: readonly SourceFile[], around: Surroundings): readonly Build[] {
  const { command, shares } = mavenOf(tree, around)
  const pom = tree.read('pom.xml') ?? ''
  const packaged = `${command} -DskipTests package`
  const framework = frameworkIn(pom)
  if (framework !== null && framework.archive !== null) {
    const { jar, made } = framework.archive.maven(pom)
    const setup = made === '' ? packaged : `${packaged} ${made}`
    return [{ what: framework.what, program: '', setup, start: `java -jar target/${jar}`, shares }]
  }
  return mains(sources).map(({ name, text }) => ({
    what: framework?.what ?? whatListens(text),
    program: name,
    setup: `${packaged} dependency:copy-dependencies -DincludeScope=runtime`,
    start: `java -cp 'target/classes:target/dependency/*' ${name}`,
    shares,
  }))
}

function gradle(tree: Tree, script: string, around: Surroundings): readonly Build[] {
  const { command, modules, shares } = gradleOf(tree, around)
  const task = `${command} --quiet --no-daemon`
  const text = scriptOf(tree, script, around)
  const framework = frameworkIn(text)
  if (framework !== null && framework.archive !== null) {
    const { jar, made } = framework.archive.gradle
    const { what } = framework
    return [{ what, program: '', setup: `${task} ${made}`, start: `java -jar build/${jar}`, shares }]
  }
  const name = modules === null ? rootName(tree, script) : posix.basename(modules.path)
  if (name === undefined || !/\bapplication\b/.test(text)) return []
  const start = `build/install/${name}/bin/${name}`
  const what = framework?.what ?? 'Java server'
  return [{ what, program: '', setup: `${task} installDist`, start, shares }]
}

function rootName(tree: Tree, script: string): string | undefined {
  const settings = tree.read(`settings.${script.replace(/^build\./, '')}`) ?? ''
  return /rootProject\.name\s*=\s*['"]([^'"]+)['"]/.exec(settings)?.[1]
}

interface Main {
  /** Of its class, with its package. */
  readonly name: string
  readonly text: string
}

const listens =
  /\bHttpServer\b|\bServerSocket\b|\bJavalin\b|\bUndertow\b|\bServer\s*\(|\bRouter\b|\bVertx\b|\brun\(/

/** Classes that can be started, those that listen first. */
function mains(sources: readonly SourceFile[]): readonly Main[] {
  const found = sources.flatMap(({ file, text }): readonly Main[] => {
    const java = /\bpublic\s+static\s+void\s+main\s*\(|\bstatic\s+public\s+void\s+main\s*\(/.test(text)
    const kotlin = file.endsWith('.kt') && /^fun\s+main\s*\(/m.test(text)
    if (!java && !kotlin) return []
    const folder = /^\s*package\s+([\w.]+)/m.exec(text)?.[1]
    const base = file.replace(/^.*\//, '').replace(/\.\w+$/, '')
    const type = kotlin ? `${base[0]?.toUpperCase()}${base.slice(1)}Kt` : base
    return [{ name: folder === undefined ? type : `${folder}.${type}`, text }]
  })
  return found.toSorted((a, b) => Number(listens.test(b.text)) - Number(listens.test(a.text)))
}

const whatListens = (text: string): string =>
  /\bcom\.sun\.net\.httpserver\b/.test(text) ? 'Java HttpServer' : 'Java program'

function listed(sources: readonly SourceFile[]): string {
  const java = sources.filter(({ file }) => file.endsWith('.java')).map(({ file }) => file)
  return java.length <= 5 ? java.join(' ') : '$(find . -name "*.java" -not -path "*/test/*")'
}
