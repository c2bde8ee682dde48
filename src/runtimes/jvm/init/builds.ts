import type { Tree } from '../../onboarding/onboarding.ts'
import type { SourceFile } from './source-file.ts'

/** How a program is built and started. */
export interface Build {
  /** In words: `Spring Boot server`. */
  readonly what: string
  readonly program: string
  readonly setup: string
  readonly start: string
}

/** By what builds the project; several where it has several programs. */
export function buildsOf(tree: Tree, sources: readonly SourceFile[]): readonly Build[] {
  if (tree.files.includes('pom.xml')) return maven(tree, sources)
  const script = ['build.gradle.kts', 'build.gradle'].find((file) => tree.files.includes(file))
  if (script !== undefined) return gradle(tree, script)
  return mains(sources).map(({ name, text }) => ({
    what: whatListens(text),
    program: name,
    setup: `javac -d out ${listed(sources)}`,
    start: `java -cp out ${name}`,
  }))
}

function maven(tree: Tree, sources: readonly SourceFile[]): readonly Build[] {
  const mvn = tree.files.includes('mvnw') ? './mvnw' : 'mvn'
  const packaged = `${mvn} --batch-mode --quiet -DskipTests package`
  const pom = tree.read('pom.xml') ?? ''
  const framework = frameworkIn(pom)
  if (framework !== null && framework.jar !== null)
    return [{ ...framework, program: '', setup: packaged, start: `java -jar ${framework.jar('target')}` }]
  return mains(sources).map(({ name, text }) => ({
    what: framework?.what ?? whatListens(text),
    program: name,
    setup: `${packaged} dependency:copy-dependencies -DincludeScope=runtime`,
    start: `java -cp 'target/classes:target/dependency/*' ${name}`,
  }))
}

function gradle(tree: Tree, script: string): readonly Build[] {
  const gradlew = tree.files.includes('gradlew') ? './gradlew' : 'gradle'
  const text = tree.read(script) ?? ''
  const framework = frameworkIn(text)
  if (framework !== null && framework.jar !== null)
    return [
      {
        ...framework,
        program: '',
        setup: `${gradlew} --quiet --no-daemon assemble`,
        start: `java -jar ${framework.jar('build')}`,
      },
    ]
  const settings = tree.read(`settings.${script.replace(/^build\./, '')}`) ?? ''
  const name = /rootProject\.name\s*=\s*['"]([^'"]+)['"]/.exec(settings)?.[1]
  if (name === undefined || !/\bapplication\b/.test(text)) return []
  return [
    {
      what: framework?.what ?? 'Java server',
      program: '',
      setup: `${gradlew} --quiet --no-daemon installDist`,
      start: `build/install/${name}/bin/${name}`,
    },
  ]
}

interface Framework {
  readonly what: string
  /** The archive that holds all of a program, below the folder of what was built; null: there is none. */
  readonly jar: ((folder: string) => string) | null
}

function frameworkIn(manifest: string): Framework | null {
  if (/\bspring-boot-maven-plugin\b|org\.springframework\.boot['"]/.test(manifest))
    return {
      what: 'Spring Boot server',
      jar: (folder) => `${folder === 'build' ? 'build/libs' : folder}/*[0-9A-Z].jar`,
    }
  if (/\bquarkus\b/.test(manifest))
    return { what: 'Quarkus server', jar: (folder) => `${folder}/quarkus-app/quarkus-run.jar` }
  if (/\bmicronaut\b/.test(manifest)) return { what: 'Micronaut server', jar: null }
  if (/\bjavalin\b/.test(manifest)) return { what: 'Javalin server', jar: null }
  return null
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
