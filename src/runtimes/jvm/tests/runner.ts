import { createRequire } from 'node:module'
import type { TestRunner } from '../../test-runner.ts'
import { connectTests } from './connect.ts'

/** Has Gradle run again what it has run, of this installation. */
const installedScript = (): string => createRequire(import.meta.url).resolve('#probe/jvm/again.gradle')

/** JUnit under whatever runs it: one session a JVM's plan of tests. */
export const tests: TestRunner = {
  repeats:
    'JUnit 5, and of JUnit 4 by its vintage engine, in a JVM of their own (Surefire’s forkCount is not 0)',
  tearDown: 'a listener or a shutdown hook',
  // A limit for one run of the tests would end their repetition;
  // within Maven's own JVM a listener is not seen;
  // Gradle runs no tests again that it has run before, whatever their task, and its daemon would outlive the
  // trial.
  command: (text) =>
    text
      .replace(/\s-D(?:surefire\.timeout=\d+|(?:surefire\.)?forkCount=0|forkMode=never)(?=\s|$)/g, '')
      .replace(
        /(?<=(?:^|[\s/;&])gradlew?)(?=\s)/,
        ` --no-daemon --no-build-cache --init-script '${installedScript()}'`,
      ),
  connect: connectTests,
  // A test that fails is told by its round.
  failures: () => [],
  refused: (output) => {
    const provider = /surefire\.(junit4|junitcore|testng)\b|surefire-(junit4|junit47|testng)\b/.exec(output)
    if (provider === null) return null
    return (provider[1] ?? provider[2]) === 'testng' ? 'TestNG' : 'JUnit 4 without its vintage engine'
  },
}
