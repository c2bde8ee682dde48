import { basename } from 'node:path'
import type { Tools } from '../runtime.ts'

const managers = /^(?:mvn|mvnw|mvnd|mvnDebug|gradle|gradlew|sbt|ant|javac|jar|kotlinc|scalac|jbang)$/

/** What Maven's, Gradle's, sbt's and the compilers' own JVMs have first on their class path. */
const launchers =
  /^(?:plexus-classworlds|maven-wrapper|gradle-(?:wrapper|launcher|daemon-main|gradle-cli)|kotlin-compiler|kotlin-daemon|sbt-launch|ant-launcher)\b/

/** Build tools start other programs, and so does the `java` that runs one; Gradle's daemon is such a one. */
export const tools: Tools = {
  wraps: (program, script) =>
    managers.test(program) ||
    (program === 'java' && script !== undefined && launchers.test(basename(script.split(':')[0] ?? ''))),
  lists: { JAVA_TOOL_OPTIONS: { separator: ' ' } },
}
