import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hashOfSources } from '../../../scripts/build-junit-listener.mjs'
import { tests } from '../../../src/runtimes/jvm/tests/runner.ts'

it('the listener that JUnit is given was compiled of the sources that stand here', () => {
  const jar = join(import.meta.dirname, '../../../src/runtimes/jvm/probe/junit.jar')
  const manifest = execFileSync('unzip', ['-p', jar, 'META-INF/MANIFEST.MF'], { encoding: 'utf8' })
  expect(/^Leakdiff-Sources: (\w+)/m.exec(manifest)?.[1]).toBe(hashOfSources().slice(0, 40))
})

it.each([
  ['mvn -q test -Dsurefire.timeout=60', 'mvn -q test'],
  ['mvn test -DforkCount=0 -Dtest=A', 'mvn test -Dtest=A'],
  ['mvn test -DforkCount=0.5C', 'mvn test -DforkCount=0.5C'],
  ['./gradlew :api:test', './gradlew AGAIN :api:test'],
  ['cd api && ../gradlew test --info', 'cd api && ../gradlew AGAIN test --info'],
  ['gradle --quiet integrationTest', 'gradle AGAIN --quiet integrationTest'],
  ['./run.sh gradle.properties', './run.sh gradle.properties'],
])('%s: what would end a repetition, or skip it, is taken out', (command, expected) => {
  const again = /--no-daemon --no-build-cache --init-script '\S+\/again\.gradle'/
  expect(tests.command(command).replace(again, 'AGAIN')).toBe(expected)
})

it.each([
  [
    '[INFO] Using auto detected provider org.apache.maven.surefire.junit4.JUnit4Provider',
    'JUnit 4 without its vintage engine',
  ],
  ['[INFO] Using auto detected provider org.apache.maven.surefire.testng.TestNGProvider', 'TestNG'],
  ['[INFO] Using auto detected provider org.apache.maven.surefire.junitplatform.JUnitPlatformProvider', null],
])('%s: who runs tests that cannot be repeated is told', (output, runner) => {
  expect(tests.refused?.(output)).toBe(runner)
})
