import type { Surroundings, TestsCandidate, Tree } from '../../onboarding/onboarding.ts'
import { gradleOf, manifestOf, mavenOf } from './build-tools.ts'

/**
 * The tests of a project, as its build runs them; null where there are none, or nothing builds them. Those of
 * TestNG cannot be repeated, which is said before they are tried.
 */
export function suiteOf(tree: Tree, around: Surroundings): TestsCandidate | null {
  const tests = tree.files.filter((file) =>
    /(?:^|\/)src\/\w*[tT]est\/.*\.(?:java|kt|groovy|scala)$/.test(file),
  )
  const found = tests.filter((file) => isSuite(tree.read(file) ?? ''))
  const [first] = found
  const build = buildOf(tree, around)
  if (first === undefined || build === null) return null
  const more = found.length > 1 ? ` and ${found.length - 1} more` : ''
  return {
    kind: 'tests',
    ...build,
    seen: [`tests in ${first}${more}, run by \`${build.test}\``],
    warnings: [
      ...warningsOf(
        found.map((file) => tree.read(file) ?? ''),
        manifestOf(tree),
      ),
      ...(withinMaven.test(manifestOf(tree)) ? [ofMaven] : []),
    ],
  }
}

/** Tests that run within Maven's own JVM, whatever the command line says. */
const withinMaven = /<forkCount>\s*0\s*<\/forkCount>|<forkMode>\s*never\s*<\/forkMode>/
const ofMaven =
  'Surefire’s forkCount 0 has tests run within Maven’s own JVM, where they cannot be repeated: take it out of pom.xml, or set it to 1.'

/** What keeps tests from being repeated, unless the manifest brings an engine that JUnit 5 runs them by. */
function warningsOf(tests: readonly string[], manifest: string): readonly string[] {
  if (tests.every((text) => /\borg\.testng\b/.test(text)))
    return /\btestng-engine\b/.test(manifest)
      ? []
      : ['Tests of TestNG cannot be repeated: those of JUnit 5 can, and of JUnit 4 by its vintage engine.']
  const isOld = tests.every((text) => !/\bjupiter\b|\bkotlin\.test\b|\borg\.testng\b/.test(text))
  return isOld && !/vintage/.test(manifest)
    ? ['Tests of JUnit 4 are repeated by JUnit 5’s vintage engine: add it to the tests.']
    : []
}

const isSuite = (text: string): boolean =>
  /\borg\.junit\b|\bkotlin\.test\b|\borg\.testng\b/.test(text) &&
  /@(?:\w*Test|TestFactory|RepeatedTest)\b/.test(text)

interface SuiteBuild {
  readonly setup: string
  readonly test: string
  readonly shares: readonly string[]
}

function buildOf(tree: Tree, around: Surroundings): SuiteBuild | null {
  if (tree.files.includes('pom.xml')) return maven(tree, around)
  return tree.files.some((file) => /^build\.gradle(?:\.kts)?$/.test(file)) ? gradle(tree, around) : null
}

function maven(tree: Tree, around: Surroundings): SuiteBuild {
  const { command, shares } = mavenOf(tree, around)
  return { setup: `${command} test-compile`, test: `${command} test`, shares }
}

function gradle(tree: Tree, around: Surroundings): SuiteBuild {
  const { command, shares } = gradleOf(tree, around)
  return { setup: `${command} --quiet --no-daemon testClasses`, test: `${command} test`, shares }
}
