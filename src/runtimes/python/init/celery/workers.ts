import type { Tree, WorkerCandidate } from '../../../onboarding/onboarding.ts'
import type { Installation } from '../installation.ts'
import { needs, pathVariable, type Source } from '../sources.ts'
import { celeryApplications } from './applications.ts'
import { localBroker } from './broker.ts'
import { celeryDriver } from './driver.ts'

/** Each costs a start. */
const most = 3

/**
 * Workers of Celery: with the broker that the project's own settings name; where they name a container's,
 * with the same at this machine before that.
 */
export function workersOf(tree: Tree, installation: Installation): readonly WorkerCandidate[] {
  const sources = ownSources(tree)
  if (!needs(tree, 'celery') && !sources.some(({ text }) => /^\s*(?:from|import) celery\b/m.test(text)))
    return []
  const local = localBroker(tree, sources)
  return celeryApplications(tree, sources)
    .slice(0, most)
    .flatMap((application) => {
      const path = application.module === null ? '' : pathVariable(tree, application.module)
      const program = application.name
      return (local === '' ? [''] : [local, '']).map((variables): WorkerCandidate => {
        const before = [path, variables].filter((part) => part !== '').join(' ')
        const python = before === '' ? installation.python : `${before} ${installation.python}`
        return {
          kind: 'worker',
          program,
          setup: installation.setup,
          start: startOf(application, python),
          // As it says at level INFO.
          ready: '/leakdiff@.* ready/',
          driver: celeryDriver(application.name, python),
          shares: installation.shares,
          seen: [`worker of Celery, \`${application.name}\` of ${application.seenIn}`],
          warnings: installation.warnings,
        }
      })
    })
}

/**
 * With a name, a queue and a default queue of its own: what a broker holds for others is left to them.
 * A worker keeps the ids of the last tasks that it has done, 1,000 by default, and would fill these in all
 * rounds.
 */
const startOf = ({ name, options }: { readonly name: string; readonly options: string }, python: string) =>
  [
    `CELERY_WORKER_SUCCESSFUL_MAX=50 ${python} -m celery -A ${name} worker`,
    options,
    '--concurrency 2 --loglevel INFO --hostname leakdiff@$PORT --queues leakdiff-$PORT',
    '-- task.default_queue=leakdiff-$PORT',
  ]
    .filter((part) => part !== '')
    .join(' ')

const foreign =
  /(?:^|\/)(?:tests?|testing|docs|examples?|migrations)\/|(?:^|\/)(?:test_[^/]*|conftest|setup)\.py$/

/** What may make an application; files named `tasks` are no programs of another tool here. */
const ownSources = (tree: Tree): readonly Source[] =>
  tree.files
    .filter((file) => file.endsWith('.py') && !foreign.test(file))
    .map((file) => ({ file, text: tree.read(file) ?? '' }))
