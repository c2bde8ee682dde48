import type { TestsCandidate, Tree } from '../../onboarding/onboarding.ts'
import type { Installation } from './installation.ts'
import { needs } from './sources.ts'

const isTest = /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests)\.py$/

/** The suite, by pytest where it is used, else by unittest; null: there is none that can be repeated. */
export function testsOf(tree: Tree, installation: Installation): TestsCandidate | null {
  const tests = tree.files.filter((file) => isTest.test(file))
  const [first] = tests
  if (first === undefined) return null
  const texts = tests.map((file) => tree.read(file) ?? '')
  const isListed = needs(tree, 'pytest')
  const isPytest = isListed || usesPytest(tree, texts)
  // Django's own runner makes its settings and its database, which unittest does not.
  const isDjangos = tree.files.includes('manage.py') && texts.some((text) => /\bdjango\.test\b/.test(text))
  if (!isPytest && (isDjangos || !texts.some((text) => /\bunittest\b/.test(text)))) return null
  const { python, setup, shares, warnings, withMore } = installation
  const test = isPytest ? `${python} -m pytest` : `${python} -m unittest discover`
  const more = tests.length > 1 ? ` and ${tests.length - 1} more` : ''
  return {
    kind: 'tests',
    setup: isPytest && !isListed ? withMore(['pytest']) : setup,
    test,
    shares,
    seen: [`tests in ${first}${more}, run by \`${test}\``],
    warnings,
  }
}

/** As its tests say, its settings, or what runs them elsewhere: those need not be among what it installs. */
const usesPytest = (tree: Tree, texts: readonly string[]): boolean =>
  texts.some((text) => /^\s*(?:import|from) pytest\b/m.test(text)) ||
  tree.files.some(
    (file) =>
      /^(?:pytest\.ini|(?:.*\/)?conftest\.py)$/.test(file) ||
      (/^(?:tox\.ini|setup\.cfg|noxfile\.py)$/.test(file) && /\bpytest\b/.test(tree.read(file) ?? '')),
  ) ||
  // Plain functions with plain assertions are found by nothing else.
  (texts.some((text) => /^(?:async )?def test_/m.test(text)) &&
    !texts.some((text) => /\bunittest\b/.test(text)))
