import { runtimes } from '../../runtimes/index.ts'
import type { RuntimeName } from '../../runtimes/names.ts'
import { subtree } from '../../runtimes/onboarding/folders.ts'
import type {
  Candidate,
  Onboarding,
  ServerCandidate,
  TestsCandidate,
  Tree,
  WorkerCandidate,
} from '../../runtimes/onboarding/onboarding.ts'
import { type Plan, plan } from './routes.ts'
import { foldersWith, ownTree } from './tree.ts'

/** What a project is measured by. */
export type Recognised = RecognisedServer | RecognisedWorker | RecognisedTests

interface Common {
  readonly runtime: RuntimeName
  readonly onboarding: Onboarding
  /** The project's folder, '' for the root. */
  readonly folder: string
}
export type RecognisedServer = Common & Omit<ServerCandidate, 'routes'> & { readonly routes: Plan }
export type RecognisedWorker = Common & WorkerCandidate
export type RecognisedTests = Common & TestsCandidate

/** What is known of every language, in the order of the runtimes. */
export async function onboardings(): Promise<ReadonlyMap<RuntimeName, Onboarding>> {
  const all = Object.values(runtimes)
  return new Map(await Promise.all(all.map(async (one) => [one.name, await one.onboarding()] as const)))
}

/**
 * Every server and test suite that the repository may be measured by, the outermost folder first; of several
 * candidates for one program the likeliest first.
 */
export function recognise(tree: Tree, known: ReadonlyMap<RuntimeName, Onboarding>): readonly Recognised[] {
  const own = ownTree(tree, [...known.values()])
  const found = [...known].flatMap(([runtime, onboarding]) => {
    const folders = foldersWith(own, onboarding)
    return folders.flatMap((folder) => {
      const candidates = onboarding.recognise(subtree(own, folder, folders), { repository: tree, folder })
      const all = candidates.map((one) => planned(one, { runtime, onboarding, folder }))
      return toldOnce([...all, ...withExample(all, tree, folder)])
    })
  })
  return found.sort((a, b) => depth(a.folder) - depth(b.folder) || (a.folder < b.folder ? -1 : 1))
}

function planned(candidate: Candidate, common: Common): Recognised {
  if (candidate.kind !== 'server') return { ...common, ...candidate }
  return { ...common, ...candidate, routes: plan(candidate.routes) }
}

const examplesOfVariables = ['.env.example', '.env.sample', '.env.template', '.env.dist']

/**
 * Programs once more, with the variables that the project gives as an example where git ignores the real
 * ones.
 */
function withExample(all: readonly Recognised[], { files }: Tree, folder: string): readonly Recognised[] {
  const inside = (name: string) => (folder === '' ? name : `${folder}/${name}`)
  const example = examplesOfVariables.find((name) => files.includes(inside(name)))
  if (example === undefined || files.includes(inside('.env'))) return []
  const copy = `cp ${example} .env`
  return all.flatMap((one) =>
    one.kind === 'tests'
      ? []
      : [
          {
            ...one,
            setup: after(copy, one.setup),
            ...(one.installed && {
              installed: { ...one.installed, setup: after(copy, one.installed.setup) },
            }),
            seen: [...one.seen, `with the variables of ${example}`],
          },
        ],
  )
}

const after = (first: string, setup: string | null): string =>
  setup === null ? first : `${first} && ${setup}`

/** What is said of a project's server is true of its tests, and said once. */
function toldOnce(all: readonly Recognised[]): readonly Recognised[] {
  const [first, ...others] = all
  if (first === undefined) return []
  const more = others.map((one) => ({
    ...one,
    warnings: one.warnings.filter((text) => !first.warnings.includes(text)),
  }))
  return [first, ...more]
}

const depth = (folder: string): number => (folder === '' ? 0 : folder.split('/').length)
