import { lstat, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Repository } from '../checkout/git/git.ts'
import { defaultFiles } from '../configure/sources/file.ts'
import { UserError } from '../errors.ts'
import { anyOf, type RuntimeName, runtimeTitles } from '../runtimes/names.ts'
import type { Onboarding, Tree } from '../runtimes/onboarding/onboarding.ts'
import { onboardings, type RecognisedServer, recognise } from './recognise/recognise.ts'
import { treeOf } from './recognise/tree.ts'
import { configText, driverOf, type NamedWorkload, named } from './write/config-text.ts'
import { heading, requests } from './write/driver.ts'
import { type ActionVersion, workflowText } from './write/workflow-text.ts'

export interface Initialised {
  readonly workloads: readonly NamedWorkload[]
  /** Files that were written, relative to the root. */
  readonly written: readonly string[]
  /** Files that were there before, and stand as they were. */
  readonly kept: readonly string[]
}

const workflow = '.github/workflows/leakdiff.yml'

/**
 * Looks at the repository and writes what is missing of configuration, drivers and workflow; nothing is
 * overwritten. `source` null: no workflow is written. Throws UserError when nothing is recognised.
 */
export async function initialise(repository: Repository, source: ActionVersion | null): Promise<Initialised> {
  const tree = await treeOf(repository)
  const known = await onboardings()
  const workloads = named(recognise(tree, known))
  if (workloads.length === 0) throw nothing(repository, known)
  const kept = await configured(repository)
  const config = kept.length > 0 ? [] : configFiles(workloads)
  const others = tree.files.filter((file) => usesLeakdiff(tree, file))
  const all = workloads.map(({ recognised }) => recognised)
  const steps =
    source === null || others.length > 0 ? [] : [{ file: workflow, text: workflowText(all, tree, source) }]
  const done = await Promise.all(
    [...config, ...steps].map(async ({ file, text }) => ({
      file,
      isNew: await create(repository.root, file, text),
    })),
  )
  const those = (isNew: boolean) => done.filter((one) => one.isNew === isNew).map(({ file }) => file)
  return { workloads, written: those(true), kept: [...kept, ...others, ...those(false)] }
}

/** What init would write for a tree, by path: the configuration and the drivers that it names. */
function configFiles(workloads: readonly NamedWorkload[]): readonly { file: string; text: string }[] {
  const drivers = workloads.flatMap(({ driver, recognised }) =>
    driver === null || recognised.kind !== 'server' ? [] : [{ file: driver, text: driverText(recognised) }],
  )
  return [{ file: defaultFiles[0], text: configText(workloads) }, ...drivers]
}

function driverText(server: RecognisedServer): string {
  const { address, routes } = server
  return driverOf(server).text({ heading: heading(routes.left), address, paths: routes.asked, requests })
}

async function configured({ root }: Repository): Promise<readonly string[]> {
  const present = await Promise.all(
    defaultFiles.map((file) =>
      lstat(join(root, file)).then(
        () => [file],
        () => [],
      ),
    ),
  )
  return present.flat()
}

const usesLeakdiff = (tree: Tree, file: string): boolean =>
  /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file) && /uses:\s*\S*leakdiff\S*@/.test(tree.read(file) ?? '')

/** false: something of that name is there already. */
async function create(root: string, file: string, text: string): Promise<boolean> {
  const path = join(root, file)
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function nothing({ root }: Repository, known: ReadonlyMap<RuntimeName, Onboarding>): UserError {
  const all = [...known.values()].map(({ looksFor }) => looksFor)
  const servers = anyOf(all.map(({ server }) => server))
  const tests = all.map(({ tests: one }) => one).join(', and ')
  return new UserError(
    `leakdiff recognises no ${anyOf(runtimeTitles)} server and no tests in ${root}`,
    `Looked for: ${servers} whose program listens and has routes written as text (GET "/ping"), ${tests}. ` +
      'Write .github/leakdiff.yml by hand: start and round, or test, or run; ' +
      '`leakdiff run --help` tells each key.',
  )
}
