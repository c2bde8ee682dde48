import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../../../errors.ts'

const projectFiles = /^(?:pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|build\.sbt)$/

/** Whether `directory` holds a program or project of the JVM. */
export async function recognise(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch(() => [])
  return names.some((name) => projectFiles.test(name) || /\.(?:java|kt|jar)$/.test(name))
}

const oldest = 11
const install = `Install Java ${oldest} or later before leakdiff runs (in a workflow: actions/setup-java).`

/**
 * Version of `java`, of JAVA_HOME where there is none on the path: `openjdk 17.0.15`. Throws UserError when
 * there is none, or one that is too old.
 */
export async function toolchain(directory: string): Promise<string> {
  const home = process.env.JAVA_HOME
  const candidates = ['java', ...(home ? [join(home, 'bin/java')] : [])]
  let cause: unknown
  for (const program of candidates) {
    try {
      const { stderr, stdout } = await promisify(execFile)(program, ['-version'], { cwd: directory })
      return versionIn(stderr + stdout, directory)
    } catch (error) {
      if (error instanceof UserError) throw error
      cause = error
    }
  }
  throw new UserError(`\`java -version\` does not run in ${directory}.`, install, { cause })
}

function versionIn(text: string, directory: string): string {
  const [, name = 'java', version = ''] = /^(\w+) version "([^"]+)"/m.exec(text) ?? []
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  if ((major === 1 ? minor : major) >= oldest)
    return `${name} ${/\./.test(version) ? version : `${version}.0`}`
  throw new UserError(
    `Java in ${directory} is version ${version || 'unknown'}, which is too old to be measured.`,
    install,
  )
}
