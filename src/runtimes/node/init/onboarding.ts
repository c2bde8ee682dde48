import { scriptDriver } from '../../onboarding/driver/script.ts'
import type { Onboarding, Project, Tree } from '../../onboarding/onboarding.ts'
import { recognise } from './recognise.ts'

// Tags can be moved, commits cannot; the version is for people and for the bots that raise both.
const setupNode = 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0'

/** What `leakdiff init` knows of Node. */
export const onboarding: Onboarding = {
  manifests: ['package.json'],
  foreign: ['node_modules', 'dist', 'build'],
  looksFor: {
    server: 'a package.json with a script that starts it',
    tests: 'a script `test` of node --test, vitest, jest or mocha',
  },
  recognise,
  workflowSteps,
  driver: scriptDriver,
}

function workflowSteps(tree: Tree, projects: readonly Project[]): readonly string[] {
  const file = versionFile(
    tree,
    projects.map(({ folder }) => folder),
  )
  const version =
    file === null
      ? '    node-version: 24 # the project names none'
      : `    node-version-file: ${file} # the version that the project names`
  const needsCorepack = projects.some(({ setup }) => /(?:^|[ (])(?:pnpm|yarn) /.test(setup ?? ''))
  return [
    `- uses: ${setupNode}`,
    '  with:',
    version,
    ...(needsCorepack ? ['- run: corepack enable # the package manager of the lock file'] : []),
  ]
}

function versionFile(tree: Tree, folders: readonly string[]): string | null {
  const candidates = [...folders, ''].flatMap((folder) =>
    ['.nvmrc', '.node-version', 'package.json'].map((name) => (folder === '' ? name : `${folder}/${name}`)),
  )
  const names = (file: string) => !file.endsWith('package.json') || namesVersion(tree.read(file))
  return candidates.find((file) => tree.files.includes(file) && names(file)) ?? null
}

const namesVersion = (manifest: string | null): boolean =>
  /"engines"\s*:\s*\{[^}]*"node"\s*:|"volta"\s*:\s*\{[^}]*"node"\s*:/.test(manifest ?? '')
