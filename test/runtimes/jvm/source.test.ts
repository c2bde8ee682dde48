// Properties of Maven look like parts of a template.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Maven's
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { jvm } from '../../../src/runtimes/jvm/index.ts'

// What was downloaded to the machine that runs this says nothing here.
const home = mkdtempSync(join(tmpdir(), 'home-'))
beforeAll(() => void vi.stubEnv('HOME', home))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true })
})

const { source } = jvm

/** What each line of a file says. */
function taken(
  path: string,
  text: string,
  ...users: readonly string[]
): readonly (readonly [number, string, string | null])[] {
  const file = source.dependencyFiles.find(({ name }) =>
    typeof name === 'string' ? path.endsWith(name) : name.test(path),
  )
  const lines = text.split('\n')
  return lines.flatMap((_, index) =>
    (
      file?.read(
        lines,
        index,
        users.map((user) => user.split('\n')),
      ) ?? []
    ).map((one) => [index + 1, one.package, one.version] as const),
  )
}

describe('lines that take a version of an artifact', () => {
  it('pom.xml: its version, its name where it has none, a property whose version it is', () => {
    const text = `<project>
  <artifactId>shop</artifactId>
  <version>1</version>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.5.7</version>
  </parent>
  <properties>
    <reactor.version>3.4.16</reactor.version>
  </properties>
  <dependencies>
    <dependency>
      <groupId>io.projectreactor</groupId>
      <artifactId>reactor-core</artifactId>
      <version>\${reactor.version}</version>
      <exclusions>
        <exclusion>
          <groupId>com.acme</groupId>
          <artifactId>left-out</artifactId>
        </exclusion>
      </exclusions>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-web</artifactId>
    </dependency>
    <dependency><groupId>a.b</groupId><artifactId>c</artifactId><version>1.0</version></dependency>
  </dependencies>
</project>`
    const reactor = ['io.projectreactor:reactor-core', '3.4.16']
    expect(taken('pom.xml', text)).toEqual([
      [7, 'org.springframework.boot:spring-boot-starter-parent', '3.5.7'],
      [10, ...reactor],
      [16, ...reactor],
      [26, 'org.springframework.boot:spring-boot-starter-web', null],
      [28, 'a.b:c', '1.0'],
    ])
    expect(taken('service/pom.xml', text)).toHaveLength(5)
    expect(taken('notes.xml', text)).toEqual([])
  })

  it('build.gradle: coordinates, parts of them, plugins and variables', () => {
    const text = `plugins {
    id("org.springframework.boot") version "3.5.7"
    id 'io.quarkus' version '3.2.0'
}
val reactor = "3.4.16"
dependencies {
    implementation("io.projectreactor:reactor-core:$reactor")
    testImplementation 'junit:junit:4.13.2'
    compile group: 'com.acme', name: 'cart', version: '1.2'
    implementation(libs.okhttp)
    // implementation("com.acme:old:1.0")
    implementation("com.squareup.okhttp3:okhttp")
}`
    for (const path of ['build.gradle', 'app/build.gradle.kts'])
      expect(taken(path, text), path).toEqual([
        [2, 'org.springframework.boot', '3.5.7'],
        [3, 'io.quarkus', '3.2.0'],
        [5, 'io.projectreactor:reactor-core', '3.4.16'],
        [7, 'io.projectreactor:reactor-core', '3.4.16'],
        [8, 'junit:junit', '4.13.2'],
        [9, 'com.acme:cart', '1.2'],
        [12, 'com.squareup.okhttp3:okhttp', null],
      ])
  })

  it('gradle.properties: what the scripts of the build take by a property', () => {
    const script = `plugins { id 'org.springframework.boot' version "\${bootVersion}" }
dependencies {
    implementation "io.projectreactor:reactor-core:$reactorVersion"
    implementation("com.acme:cart:\${property('cart.version')}")
    implementation("com.acme:basket:$reactorVersions")
}`
    const ofModule = 'dependencies { api("io.projectreactor:reactor-test:${project.reactorVersion}") }'
    const text =
      '# of everything\nreactorVersion=3.4.16\ncart.version = 1.2\nbootVersion=3.5.7\norg.gradle.daemon=false'
    expect(taken('gradle.properties', text, script, ofModule)).toEqual([
      [2, 'io.projectreactor:reactor-core', '3.4.16'],
      [2, 'io.projectreactor:reactor-test', '3.4.16'],
      [3, 'com.acme:cart', '1.2'],
      [4, 'org.springframework.boot', '3.5.7'],
    ])
  })

  it('pom.xml of a build: what its modules take by a property', () => {
    const text = '<project>\n<properties>\n<cart.version>1.2</cart.version>\n</properties>\n</project>'
    const module = `<project>
  <dependencies>
    <dependency>
      <groupId>com.acme</groupId>
      <artifactId>cart</artifactId>
      <version>\${cart.version}</version>
    </dependency>
  </dependencies>
</project>`
    expect(taken('pom.xml', text, text, module)).toEqual([[3, 'com.acme:cart', '1.2']])
  })

  it('a version catalogue: libraries, and versions that they refer to', () => {
    const text = `[versions]
reactor = "3.4.16" # why
[libraries]
reactor = { module = "io.projectreactor:reactor-core", version.ref = "reactor" }
cart = { group = "com.acme", name = "cart", version = "1.2" }
junit = "junit:junit:4.13.2"
[plugins]
boot = { id = "org.springframework.boot", version = "3.5.7" }`
    expect(taken('gradle/libs.versions.toml', text)).toEqual([
      [2, 'io.projectreactor:reactor-core', '3.4.16'],
      [4, 'io.projectreactor:reactor-core', '3.4.16'],
      [5, 'com.acme:cart', '1.2'],
      [6, 'junit:junit', '4.13.2'],
      [8, 'org.springframework.boot', '3.5.7'],
    ])
  })

  it('gradle.lockfile: what was resolved', () => {
    const text =
      '# This is a Gradle generated file\nio.projectreactor:reactor-core:3.4.16=compileClasspath\nempty=annotationProcessor'
    expect(taken('gradle.lockfile', text)).toEqual([[2, 'io.projectreactor:reactor-core', '3.4.16']])
  })
})

it.each([
  ['public static void main(String[] arguments) throws Exception {', 'main'],
  ['@Override public <T> Map<String, T> all(', 'all'],
  ['Session(int id) {', 'Session'],
  ['private static final Map<Integer, Session> sessions = new ConcurrentHashMap<>();', 'sessions'],
  ['public sealed interface Listener permits A {', 'Listener'],
  ['record Session(int id, byte[] page) { }', 'Session'],
  ['suspend fun <T> Flow<T>.collectAll(f: (T) -> Unit) {', 'collectAll'],
  ['private val sessions = HashMap<String, Session>()', 'sessions'],
  ['def work(n: Int): Unit = {', 'work'],
  ['return render(id);', null],
  ['throw new IllegalStateException(e);', null],
  ['sessions.put(id, session);', null],
  ['Session session = new Session(1);', null],
  ['if (open) {', null],
  ['} else if (session.open()) {', null],
  ['for (int i = 0; i < each; i++) order(where);', null],
  ['while (running) {', null],
  ['synchronized (this) {', null],
])('%s defines %s', (line, name) => {
  const found = source.definitions.flatMap((pattern) => pattern.exec(line)?.slice(1) ?? [])
  expect(found[0] ?? null).toBe(name)
})

it.each([
  ['com.acme.Shop$Bus.on', 'on'],
  ['com.acme.Shop$Session.<init>', 'Session'],
  ['com.acme.App.main$lambda', 'main'],
  ['com.acme.App$*.run', 'run'],
  ['com.acme.Shop$Session', 'Session'],
])('%s is found as %s', (site, name) => {
  expect(source.identifiers(site)).toEqual([name])
})

it.each([
  ['src/test/java/com/acme/CartTest.java', true],
  ['src/integrationTest/kotlin/Cart.kt', true],
  ['src/main/java/com/acme/Cart.java', false],
  ['src/main/java/com/acme/Latest.java', false],
])('%s is a test: %s', (path, isTest) => {
  expect(source.sources.test(path)).toBe(true)
  expect(source.tests.test(path)).toBe(isTest)
})

describe('a line that takes a list of versions', () => {
  const pom = (group: string, artifact: string, version: string, body: string) => {
    const folder = join(home, '.m2/repository', ...group.split('.'), artifact, version)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${artifact}-${version}.pom`), `<project>${body}</project>`)
  }
  const managed = (...lines: readonly string[]) =>
    `<dependencyManagement><dependencies>${lines
      .map((line) => {
        const [group, artifact, version, scope] = line.split(' ')
        return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${scope === undefined ? '' : `<type>pom</type><scope>${scope}</scope>`}</dependency>`
      })
      .join('')}</dependencies></dependencyManagement>`
  const parent = (artifact: string, version: string) =>
    `<parent>\n<groupId>org.acme</groupId>\n<artifactId>${artifact}</artifactId>\n<version>${version}</version>\n</parent>`
  const byOf = (path: string, text: string) => {
    const file = source.dependencyFiles.find(({ name }) =>
      typeof name === 'string' ? path.endsWith(name) : name.test(path),
    )
    const lines = text.split('\n')
    return lines.flatMap((_, index) =>
      (file?.read(lines, index, []) ?? []).flatMap((one) =>
        one.by === undefined ? [] : [[index + 1, one.package, one.version, one.by] as const],
      ),
    )
  }

  beforeAll(() => {
    pom(
      'org.acme',
      'acme-dependencies',
      '3.1',
      [
        '<properties><cache.version>2.0</cache.version><reactor-bom.version>5</reactor-bom.version></properties>',
        managed(
          'a.cache cache ${cache.version}',
          '${project.groupId} acme-web ${project.version}',
          'a.reactor reactor-bom ${reactor-bom.version} import',
        ),
      ].join(''),
    )
    pom('org.acme', 'acme-parent', '3.1', parent('acme-dependencies', '3.1'))
    for (const version of ['5', '6'])
      pom('a.reactor', 'reactor-bom', version, managed(`a.reactor core ${version}.1`, 'a.cache cache 9.9'))
  })

  const all = (line: number, by: string) => [
    [line, 'a.cache:cache', '2.0', by],
    [line, 'org.acme:acme-web', '3.1', by],
    [line, 'a.reactor:core', '5.1', by],
  ]

  it('as its parent speaks for all that the parent sets, inherits and imports', () => {
    const text = `<project>\n${parent('acme-parent', '3.1')}\n</project>`
    expect(byOf('pom.xml', text)).toEqual(all(5, 'org.acme:acme-parent:3.1'))
  })

  it('by an import, with the version of a property too', () => {
    const lines = ['<project><properties>', '<acme.version>3.1</acme.version>', '</properties>']
    const block = [
      '<dependencyManagement>',
      '<dependency>',
      '<groupId>org.acme</groupId>',
      '<artifactId>acme-dependencies</artifactId>',
      '<version>${acme.version}</version>',
      '<type>pom</type>',
      '<scope>import</scope>',
      '</dependency>',
      '</dependencyManagement></project>',
    ]
    const by = 'org.acme:acme-dependencies:3.1'
    expect(byOf('pom.xml', [...lines, ...block].join('\n'))).toEqual([...all(2, by), ...all(8, by)])
    const library = block
      .filter((line) => !line.includes('scope'))
      .map((line) => line.replace('Management', ''))
    expect(byOf('pom.xml', [...lines, ...library].join('\n'))).toEqual([])
  })

  it('by a property that its parent reads speaks for what that changes', () => {
    const own = '<properties>\n<reactor-bom.version>6</reactor-bom.version>\n<other>6</other>\n</properties>'
    expect(
      byOf('pom.xml', `<project>\n${parent('acme-parent', '3.1').replaceAll('\n', '')}\n${own}\n</project>`),
    ).toEqual([
      [2, 'a.cache:cache', '2.0', 'org.acme:acme-parent:3.1'],
      [2, 'org.acme:acme-web', '3.1', 'org.acme:acme-parent:3.1'],
      [2, 'a.reactor:core', '6.1', 'org.acme:acme-parent:3.1'],
      [4, 'a.reactor:core', '6.1', 'reactor-bom.version'],
    ])
  })

  it.each([
    ['build.gradle', 'implementation platform("org.acme:acme-dependencies:3.1")'],
    ['build.gradle.kts', 'implementation(enforcedPlatform("org.acme:acme-dependencies:3.1"))'],
    ['build.gradle', 'imports { mavenBom "org.acme:acme-dependencies:3.1" }'],
    ['gradle/libs.versions.toml', 'acme = { module = "org.acme:acme-dependencies", version = "3.1" }'],
  ])('in %s: %s', (path, line) => {
    expect(byOf(path, line)).toEqual(all(1, 'org.acme:acme-dependencies:3.1'))
  })

  it('says nothing more where the list was not downloaded', () => {
    expect(byOf('build.gradle', 'implementation platform("org.acme:acme-dependencies:4.0")')).toEqual([])
  })
})
