import type { Tree } from '../../onboarding/onboarding.ts'
import { findTests, onlyJudges } from '../test-command/find-tests.ts'
import type { Member } from './install.ts'
import type { Manifest } from './manifest.ts'

/**
 * The command of the project's tests, as far as it runs them; null: there are none. What is behind a program
 * that is not known (`make test`, `./test.sh`), and whether they can be repeated, is told by trying.
 * What has the tests of `packages` run is none where each of these is measured by itself.
 */
export function testCommand({ scripts }: Manifest, packages: readonly Manifest[] = []): string | null {
  const { test } = scripts
  if (test === undefined || isNothing.test(test)) return null
  const found = findTests(test, scripts)
  if (found?.kind === 'delegated' && packages.some((one) => testCommand(one) !== null)) return null
  if (found?.kind === 'missing' || (found === null && onlyJudges(test, scripts))) return null
  return found?.kind === 'repeatable' ? found.command : 'npm test'
}

/** These look for tests in all folders below. */
const everywhere = /^(?:vitest|jest)$/
/** A command, or a configuration, that has them look in some. */
const chooses =
  /\s--(?:root|rootDir|dir|project|projects|selectProjects|config|testPathPatterns?)\b|\s-c\s|\/\S*(?:\s|$)/
const configured =
  /^(?:(?:vitest|vite|jest)\.config\.[cm]?[jt]s|vitest\.workspace\.[cm]?[jt]s|jest\.config\.json)$/
const limits = /\b(?:include|dir|root|roots|rootDir|testMatch|testRegex)["']?\s*:/
const namesProjects = /\b(?:projects|workspace|defineWorkspace)\b/

/** Folders of packages whose tests the command of the root runs as well, by the same runner. */
export function coveredBy(tree: Tree, { scripts }: Manifest, packages: readonly Member[]): readonly string[] {
  const runnerOf = (all: Manifest['scripts']) => {
    const found = findTests(all.test ?? '', all)
    return found?.kind === 'repeatable' && everywhere.test(found.runner) ? found : null
  }
  const own = runnerOf(scripts)
  if (own === null || chooses.test(own.command)) return []
  const settings = tree.files.filter((file) => configured.test(file)).map((file) => tree.read(file) ?? '')
  if (settings.some((text) => limits.test(text) && !namesProjects.test(text))) return []
  return packages
    .filter(({ manifest }) => runnerOf(manifest.scripts)?.runner === own.runner)
    .map(({ folder }) => folder)
}

/** What `npm init` writes, and what says that there are none. */
const isNothing = /^\s*(?:(?:echo|printf)\b|exit\b|true\b|:\s*$|$)/
