import { expect, it } from 'vitest'
import { recognise } from '../../../src/runtimes/jvm/init/recognise.ts'

const jupiter =
  'package com.acme;\nimport org.junit.jupiter.api.Test;\nclass CartTest { @Test void adds() {} }'
const old = 'package com.acme;\nimport org.junit.Test;\npublic class CartTest { @Test public void adds() {} }'

function suiteIn(files: Readonly<Record<string, string>>, folder = '') {
  const treeOf = (all: Readonly<Record<string, string>>) => ({
    files: Object.keys(all).toSorted(),
    read: (file: string) => all[file] ?? null,
  })
  const inside = Object.entries(files).flatMap(([file, text]) =>
    folder === ''
      ? [[file, text]]
      : file.startsWith(`${folder}/`)
        ? [[file.slice(folder.length + 1), text]]
        : [],
  )
  const found = recognise(treeOf(Object.fromEntries(inside)), { folder, repository: treeOf(files) })
  return found.find(({ kind }) => kind === 'tests') ?? null
}

it.each([
  ['Maven', { 'pom.xml': '<project/>' }, 'mvn --batch-mode --quiet test'],
  ['Maven with its wrapper', { 'pom.xml': '<project/>', mvnw: '' }, './mvnw --batch-mode --quiet test'],
  ['Gradle', { 'build.gradle': '' }, 'gradle test'],
  ['Gradle with its wrapper', { 'build.gradle.kts': '', gradlew: '' }, './gradlew test'],
])('tests of JUnit are run by %s', (_, build, test) => {
  const suite = suiteIn({ ...build, 'src/test/java/com/acme/CartTest.java': jupiter })
  expect(suite).toMatchObject({ test, warnings: [] })
  expect(suite?.seen).toEqual([`tests in src/test/java/com/acme/CartTest.java, run by \`${test}\``])
})

it('a module’s tests are run by the build of all', () => {
  const files = {
    'pom.xml': '<project><modules><module>cart</module></modules></project>',
    'cart/pom.xml': '<project/>',
    'cart/src/test/java/CartTest.java': jupiter,
  }
  expect(suiteIn(files, 'cart')).toMatchObject({
    setup: 'mvn --batch-mode --quiet --file ../pom.xml --projects cart --also-make test-compile',
    test: 'mvn --batch-mode --quiet --file ../pom.xml --projects cart --also-make test',
  })
})

it('tests of JUnit 4 need the vintage engine', () => {
  const test = { 'src/test/java/CartTest.java': old }
  expect(suiteIn({ 'pom.xml': '<project/>', ...test })?.warnings).toHaveLength(1)
  expect(suiteIn({ 'pom.xml': '<artifactId>junit-vintage-engine</artifactId>', ...test })?.warnings).toEqual(
    [],
  )
})

it('tests of TestNG are seen, and cannot be repeated but by an engine of JUnit', () => {
  const test = { 'src/test/java/CartTest.java': old.replace('org.junit', 'org.testng.annotations') }
  expect(suiteIn({ 'pom.xml': '<project/>', ...test })?.warnings).toEqual([
    'Tests of TestNG cannot be repeated: those of JUnit 5 can, and of JUnit 4 by its vintage engine.',
  ])
  const engine = suiteIn({ 'pom.xml': '<artifactId>testng-engine</artifactId>', ...test })
  expect(engine?.warnings).toEqual([])
})

it('tests within Maven’s own JVM cannot be repeated, which is said with what to do', () => {
  const pom = '<project><configuration><forkCount>0</forkCount></configuration></project>'
  const suite = suiteIn({ 'pom.xml': pom, 'src/test/java/CartTest.java': jupiter })
  expect(suite?.warnings).toEqual([expect.stringMatching(/forkCount 0 .* set it to 1\.$/)])
})

it('what is no test, and what nothing builds, is no suite', () => {
  expect(suiteIn({ 'pom.xml': '<project/>', 'src/test/java/Shop.java': 'class Shop {}' })).toBeNull()
  expect(suiteIn({ 'src/test/java/CartTest.java': jupiter })).toBeNull()
})
