import type { Recognised } from './recognised.ts'
import type { Tree } from './tree.ts'

/** Where the running leakdiff comes from, as a step names it. */
export interface Source {
  /** `owner/name`. */
  readonly repository: string
  /** A full commit SHA. */
  readonly commit: string
  readonly version: string
}

// Tags can be moved, commits cannot; the version is for people and for the bots that raise both.
const pinned = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  go: 'actions/setup-go@b7ad1dad31e06c5925ef5d2fc7ad053ef454303e # v7.0.0',
  node: 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
} as const

/** `.github/workflows/leakdiff.yml`: one job, least permissions, everything pinned. */
export function workflowText(all: readonly Recognised[], tree: Tree, source: Source): string {
  const steps = [...goSteps(all), ...nodeSteps(all, tree)].map((line) => `      ${line}`)
  return `# Leaks in pull requests. Written by leakdiff init; yours to edit. What is measured stands in .github/leakdiff.yml.
name: Leaks
on: pull_request
permissions: {} # none but those of the job
concurrency: # a new push ends the run of the one before
  group: leakdiff-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  leaks:
    name: Leaks
    runs-on: ubuntu-latest
    timeout-minutes: 30 # whatever hangs, the job ends
    permissions:
      contents: read # the two commits
      pull-requests: write # the comment
    steps:
      - uses: ${pinned.checkout}
        with:
          persist-credentials: false # the program under test never sees the token
${steps.join('\n')}
      - uses: ${source.repository}@${source.commit} # v${source.version}
`
}

/** The newest Go version of them all is not known: the first module's is used, and Go fetches another by itself. */
function goSteps(all: readonly Recognised[]): readonly string[] {
  const folders = foldersOf(all, 'go')
  const [first] = folders
  if (first === undefined) return []
  const inside = (name: string) => (first === '' ? name : `${first}/${name}`)
  return [
    `- uses: ${pinned.go}`,
    '  with:',
    `    go-version-file: ${inside('go.mod')} # the version that the module asks for`,
    ...(first === '' ? [] : [`    cache-dependency-path: ${inside('go.sum')}`]),
  ]
}

function nodeSteps(all: readonly Recognised[], tree: Tree): readonly string[] {
  const folders = foldersOf(all, 'node')
  if (folders.length === 0) return []
  const file = versionFile(tree, folders)
  const version =
    file === null
      ? '    node-version: 24 # the project names none'
      : `    node-version-file: ${file} # the version that the project names`
  const needsCorepack = folders.some((folder) => /^(pnpm|yarn) /.test(setupOf(all, folder)))
  return [
    `- uses: ${pinned.node}`,
    '  with:',
    version,
    ...(needsCorepack ? ['- run: corepack enable # the package manager of the lock file'] : []),
  ]
}

const setupOf = (all: readonly Recognised[], folder: string): string =>
  all.flatMap((one) => (one.folder === folder && one.setup !== null ? [one.setup] : [])).join()

function versionFile(tree: Tree, folders: readonly string[]): string | null {
  const candidates = [...folders, ''].flatMap((folder) =>
    ['.nvmrc', '.node-version', 'package.json'].map((name) => (folder === '' ? name : `${folder}/${name}`)),
  )
  const names = (file: string) => !file.endsWith('package.json') || namesVersion(tree.read(file))
  return candidates.find((file) => tree.files.includes(file) && names(file)) ?? null
}

const namesVersion = (manifest: string | null): boolean =>
  /"engines"\s*:\s*\{[^}]*"node"\s*:|"volta"\s*:\s*\{[^}]*"node"\s*:/.test(manifest ?? '')

const foldersOf = (all: readonly Recognised[], runtime: string): readonly string[] => [
  ...new Set(all.filter((one) => one.runtime === runtime).map(({ folder }) => folder)),
]
