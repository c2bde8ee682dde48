import type { Candidate, ServerCandidate, Surroundings, Tree } from '../../onboarding/onboarding.ts'
import { applicationsOf } from './applications.ts'
import { localBroker } from './celery/broker.ts'
import { workersOf } from './celery/workers.ts'
import { declaredServers } from './declared.ts'
import { djangoOf, migration } from './django.ts'
import { type Installation, installationOf } from './installation.ts'
import { pythonRoutes } from './routes/routes.ts'
import { scriptsOf } from './scripts.ts'
import { type Source, type Started, servedSources } from './sources.ts'
import { testsOf } from './tests.ts'

/** What a Python project is measured by: its server, its workers, its tests. `tree` holds its files alone. */
export function recognise(tree: Tree, around: Surroundings): readonly Candidate[] {
  const sources = servedSources(tree)
  const installation = installationOf(tree, around)
  const tests = testsOf(tree, installation)
  return [
    ...serversOf(tree, sources, installation),
    ...workersOf(tree, installation),
    ...(tests === null ? [] : [tests]),
  ]
}

/** Each costs a start. */
const most = 5

/** Ways to start the one server: as the project's own files do, then as its framework is started. */
function serversOf(
  tree: Tree,
  sources: readonly Source[],
  installation: Installation,
): readonly ServerCandidate[] {
  const ways = [
    ...declaredServers(tree, sources),
    ...djangoOf(tree, sources),
    ...applicationsOf(tree, sources),
    ...scriptsOf(tree, sources),
  ].map((started) => ({ started, local: '', start: commandOf(started, installation) }))
  const different = ways
    .filter((one, at) => ways.findIndex(({ start }) => start === one.start) === at)
    .slice(0, most)
  // Where a compose file says where it finds a broker, it may not start without being told.
  const local = localBroker(tree, sources)
  const told = local === '' ? [] : different.slice(0, 2)
  const all = [...different, ...told.map((one) => ({ ...one, local, start: `${local} ${one.start}` }))]
  const routes = pythonRoutes(sources)
  const tables = migration(tree)
  return all.map(({ local: before, started: { declaredIn, ports = [], what }, start }) => ({
    kind: 'server',
    setup:
      tables === null
        ? installation.setup
        : `${installation.setup} && ${before}${before === '' ? '' : ' '}${installation.python} ${tables}`,
    program: '',
    start,
    subcommands: [],
    ports,
    exchanges: [],
    routes,
    shares: installation.shares,
    seen: [
      `${what} server, started by \`${start}\`${declaredIn === undefined ? '' : `, as ${declaredIn} does`}`,
    ],
    warnings: installation.warnings,
  }))
}

function commandOf({ command, variables = '', words }: Started, { python }: Installation): string {
  const program = command === undefined ? python : python.replace(/python$/, command)
  return [variables, program, words]
    .filter((part) => part !== '')
    .join(' ')
    .trim()
}
