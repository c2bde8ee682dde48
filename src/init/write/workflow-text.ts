import { runtimeNames } from '../../runtimes/names.ts'
import type { Project, Tree } from '../../runtimes/onboarding/onboarding.ts'
import type { Service } from '../../runtimes/onboarding/worker.ts'
import type { Recognised } from '../recognise/recognise.ts'
import type { NamedWorkload } from './named.ts'

/** Where the running leakdiff comes from, as a step names it. */
export interface ActionVersion {
  /** `owner/name`. */
  readonly repository: string
  /** A full commit SHA. */
  readonly commit: string
  readonly version: string
}

// Tags can be moved, commits cannot; the version is for people and for the bots that raise both.
const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1'

/** `.github/workflows/leakdiff.yml`: one job, least permissions, everything pinned. */
export function workflowText(
  all: readonly Recognised[],
  tree: Tree,
  source: ActionVersion,
  services: readonly Service[] = [],
): string {
  const steps = toolchainSteps(all, tree).map((line) => `      ${line}`)
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
${serviceLines(services)}    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false # the program under test never sees the token
${steps.join('\n')}
      - uses: ${source.repository}@${source.commit} # v${source.version}
`
}

/** What the programs that worked need beside them. */
export const servicesOf = (workloads: readonly NamedWorkload[]): readonly Service[] => [
  ...new Map(
    workloads
      .flatMap(({ tried }) => (tried.kind === 'worker' ? tried.services : []))
      .map((one) => [one.name, one] as const),
  ).values(),
]

const serviceLines = (services: readonly Service[]): string =>
  services.length === 0
    ? ''
    : `    services: # what the programs need beside them
${services.map(serviceLine).join('')}`

const serviceLine = ({ at, health, image, name, port }: Service): string => `      ${name}:
        image: ${image}
        ports: ['${at}:${port}']
        options: --health-cmd "${health}" --health-interval 2s --health-retries 30
`

/** One toolchain a runtime, in the order of the runtimes. */
function toolchainSteps(all: readonly Recognised[], tree: Tree): readonly string[] {
  return runtimeNames.flatMap((name) => {
    const [first, ...others] = all.filter(({ runtime }) => runtime === name)
    if (first === undefined) return []
    const project = ({ folder, setup }: Recognised): Project => ({ folder, setup })
    return first.onboarding.workflowSteps(tree, [project(first), ...others.map(project)])
  })
}
