import type { Surroundings, TestsCandidate, Tree } from '../../onboarding/onboarding.ts'
import { gradleOf, manifestOf, mavenOf } from './build-tools.ts'

/**
 * The tests of a project, as its build runs them; null where there are none of JUnit, or nothing builds them.
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
  const isOld = found.every((file) => !/\bjupiter\b|\bkotlin\.test\b/.test(tree.read(file) ?? ''))
  const needsVintage = isOld && !/vintage/.test(manifestOf(tree))
  return {
    kind: 'tests',
    ...build,
    seen: [`tests in ${first}${more}, run by \`${build.test}\``],
    warnings: needsVintage
      ? ['Tests of JUnit 4 are repeated by JUnit 5’s vintage engine: add it to the tests.']
      : [],
  }
}

const isSuite = (text: string): boolean =>
  /\borg\.junit\b|\bkotlin\.test\b/.test(text) && /@(?:\w*Test|TestFactory|RepeatedTest)\b/.test(text)

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
