import { basename } from 'node:path'
import type { Tools } from '../runtime.ts'

const managers = /^(?:mvn|mvnw|mvnd|mvnDebug|gradle|gradlew|sbt|ant|javac|jar|kotlinc|scalac|jbang)$/

/** What Maven's, Gradle's, sbt's and the compilers' own JVMs have first on their class path. */
const launchers =
  /^(?:plexus-classworlds|maven-wrapper|gradle-(?:wrapper|launcher|daemon-main|gradle-cli)|kotlin-compiler|kotlin-daemon|sbt-launch|ant-launcher)\b/

/**
 * Goals that run a program within Maven's own JVM, which is the program then: `exec:java`, `jetty:run`, with
 * the version or the name of an execution too; and what has Spring Boot's do so.
 */
const within =
  /^(?:\S*:)?(?:exec|exec-maven-plugin|(?:jetty|tomcat)[\w-]*?)(?::\d[\w.-]*)?:(?:java|run|run-war|start)(?:@\S+)?$|^-Dspring-boot\.run\.fork=false$/

/** Its compilers run in JVMs of their own, as its tests do, which are none of its tools. */
const compilers = /^'?Gradle (?:Compiler|Worker) Daemon\b/

/** Build tools start other programs, and so does the `java` that runs one; Gradle's daemon is such a one. */
export const tools: Tools = {
  wraps: (program, script, words) =>
    managers.test(program) ||
    (program === 'java' && words.some((word) => compilers.test(word))) ||
    (program === 'java' &&
      script !== undefined &&
      launchers.test(basename(script.split(':')[0] ?? '')) &&
      !words.some((word) => within.test(word))),
  lists: { JAVA_TOOL_OPTIONS: { separator: ' ' } },
}
