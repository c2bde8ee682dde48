// Compiles the listener that has JUnit repeat its tests into src/runtimes/jvm/probe/junit.jar,
// which is committed, so that nobody needs Java to build leakdiff: node scripts/build-junit-listener.mjs. Its
// manifest tells the hash of the sources that it was made of,
// by which a test knows whether they are the same still.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const sources = join(root, 'src/runtimes/jvm/junit')

/** The oldest that has all that is called by name. */
const junit = 'org.junit.platform:junit-platform-launcher:1.3.2'

/** Of all files, by their names. */
export function hashOfSources() {
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.slice(sources.length)}\n${readFileSync(file, 'utf8')}`)
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build()

function build() {
  const home = mkdtempSync(join(tmpdir(), 'leakdiff-junit-'))
  try {
    const run = (program, ...words) => execFileSync(program, words, { cwd: home, stdio: 'inherit' })
    const [group, artifact, version] = junit.split(':')
    writeFileSync(
      join(home, 'pom.xml'),
      `<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>a</artifactId><version>1</version>
      <dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency></dependencies></project>`,
    )
    run('mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=libraries')
    cpSync(join(sources, 'META-INF'), join(home, 'classes/META-INF'), { recursive: true })
    const java = readdirSync(join(sources, 'leakdiff')).map((name) => join(sources, 'leakdiff', name))
    run('javac', '--release', '11', '-g:source,lines', '-cp', 'libraries/*', '-d', 'classes', ...java)
    writeFileSync(
      join(home, 'manifest'),
      `Premain-Class: leakdiff.Agent\nLeakdiff-Sources: ${hashOfSources().slice(0, 40)}\n`,
    )
    mkdirSync(join(root, 'src/runtimes/jvm/probe'), { recursive: true })
    const jar = join(root, 'src/runtimes/jvm/probe/junit.jar')
    run(
      'jar',
      '--create',
      '--date=2026-01-01T00:00:00Z',
      '--file',
      jar,
      '--manifest',
      'manifest',
      '-C',
      'classes',
      '.',
    )
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
