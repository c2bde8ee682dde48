import type { Onboarding, Project } from '../../onboarding/onboarding.ts'
import { recognise } from './recognise.ts'

// Tags can be moved, commits cannot; the version is for people and for the bots that raise both.
const setupGo = 'actions/setup-go@b7ad1dad31e06c5925ef5d2fc7ad053ef454303e # v7.0.0'

/** What `leakdiff init` knows of Go. */
export const onboarding: Onboarding = {
  manifests: ['go.mod'],
  foreign: ['vendor', 'testdata'],
  looksFor: { server: 'a Go main package', tests: 'Go test files' },
  recognise,
  workflowSteps: (_, [first]) => workflowSteps(first),
}

/**
 * The newest version of all modules is not known: the first module's is used, and Go fetches another by
 * itself.
 */
function workflowSteps({ folder }: Project): readonly string[] {
  const inside = (name: string) => (folder === '' ? name : `${folder}/${name}`)
  return [
    `- uses: ${setupGo}`,
    '  with:',
    `    go-version-file: ${inside('go.mod')} # the version that the module asks for`,
    ...(folder === '' ? [] : [`    cache-dependency-path: ${inside('go.sum')}`]),
  ]
}
