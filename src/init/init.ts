import { lstat, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Repository } from '../checkout/git/git.ts'
import { minimalConfig } from '../configure/minimal.ts'
import { defaultFiles } from '../configure/sources/file.ts'
import { UserError } from '../errors.ts'
import type { Log } from '../log.ts'
import { anyOf, type RuntimeName, runtimeTitles } from '../runtimes/names.ts'
import type { Onboarding, Tree } from '../runtimes/onboarding/onboarding.ts'
import { onboardings, type Recognised, recognise } from './recognise/recognise.ts'
import { treeOf } from './recognise/tree.ts'
import { openCopy } from './try/copy.ts'
import type { Failed, Tried } from './try/tried.ts'
import { leftUntried, tryAll } from './try/try.ts'
import { configText } from './write/config-text.ts'
import { driverFile, type NamedWorkload, named } from './write/named.ts'
import { type ActionVersion, servicesOf, workflowText } from './write/workflow-text.ts'

export interface InitRequest {
  readonly repository: Repository
  /** null: no workflow is written. */
  readonly source: ActionVersion | null
  /** Milliseconds for each candidate, set-up aside. */
  readonly limit: number
  readonly log: Log
  /** Aborted: nothing is written, and nothing is left running. */
  readonly signal: AbortSignal
}

export interface Initialised {
  /** What worked. */
  readonly workloads: readonly NamedWorkload[]
  readonly failed: readonly Failed[]
  /** Programs that were recognised and not tried. */
  readonly untried: number
  /** Files to write, relative to the root. */
  readonly files: readonly NewFile[]
  /** Files that are there already, and stay as they are. */
  readonly kept: readonly string[]
}

export interface NewFile {
  readonly file: string
  readonly text: string
}

const workflow = '.github/workflows/leakdiff.yml'

/** What a repository may be measured by, as far as its files tell. Throws UserError when there is nothing. */
export async function candidates(repository: Repository): Promise<readonly Recognised[]> {
  const known = await onboardings()
  const all = recognise(await treeOf(repository), known)
  if (all.length === 0) throw nothing(repository, known)
  return all
}

/**
 * Tries what was recognised in a copy of the working tree, and says what to write: configuration, drivers and
 * workflow, of what worked alone. Where there is a configuration nothing is tried: it says what is measured.
 */
export async function initialise(request: InitRequest, all: readonly Recognised[]): Promise<Initialised> {
  const { limit, log, repository, signal } = request
  if ((await present(repository, defaultFiles)).length > 0)
    return { ...(await filesFor(request, [], all)), untried: 0 }
  await using copy = await openCopy(repository, log, signal)
  const tried = await tryAll(copy, all, limit)
  return { ...(await filesFor(request, tried)), untried: leftUntried(all) }
}

/**
 * What is missing of the files for what worked, and of a workflow for what is `measured` already;
 * nothing that is there is to be overwritten.
 */
export async function filesFor(
  { repository, source }: Pick<InitRequest, 'repository' | 'source'>,
  tried: readonly Tried[],
  measured: readonly Recognised[] = [],
): Promise<Omit<Initialised, 'untried'>> {
  const tree = await treeOf(repository)
  const failed = tried.filter((one) => one.kind === 'failed')
  const workloads = named(tried.filter((one) => one.kind !== 'failed'))
  const configured = await present(repository, defaultFiles)
  const config = configured.length > 0 || workloads.length === 0 ? [] : configFiles(workloads)
  const others = tree.files.filter((file) => usesLeakdiff(tree, file))
  const built = [...measured, ...workloads.map(({ tried: one }) => one.recognised)]
  const services = servicesOf(workloads)
  const steps =
    source === null || others.length > 0 || built.length === 0
      ? []
      : [{ file: workflow, text: workflowText(built, tree, source, services) }]
  const wanted = [...config, ...steps]
  const there = await present(
    repository,
    wanted.map(({ file }) => file),
  )
  return {
    workloads,
    failed,
    files: wanted.filter(({ file }) => !there.includes(file)),
    kept: [...configured, ...others, ...there.filter((file) => !others.includes(file))],
  }
}

/** Writes them; a file that somebody made meanwhile is left as it is. */
export async function writeFiles({ root }: Repository, files: readonly NewFile[]): Promise<void> {
  await Promise.all(
    files.map(async ({ file, text }) => {
      const path = join(root, file)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text, { flag: 'wx' })
    }),
  )
}

/** The configuration and the drivers that it names. */
const configFiles = (workloads: readonly NamedWorkload[]): readonly NewFile[] => [
  { file: defaultFiles[0], text: configText(workloads) },
  ...workloads.flatMap(driverFile),
]

async function present({ root }: Repository, files: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    files.map((file) =>
      lstat(join(root, file)).then(
        () => [file],
        () => [],
      ),
    ),
  )
  return found.flat()
}

const usesLeakdiff = (tree: Tree, file: string): boolean =>
  /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file) && /uses:\s*\S*leakdiff\S*@/.test(tree.read(file) ?? '')

function nothing({ root }: Repository, known: ReadonlyMap<RuntimeName, Onboarding>): UserError {
  const all = [...known.values()].map(({ looksFor }) => looksFor)
  const servers = anyOf(all.map(({ server }) => server))
  const workers = all.flatMap(({ worker }) => worker ?? [])
  const tests = all.map(({ tests: one }) => one).join(', and ')
  return new UserError(
    `leakdiff recognises no ${anyOf(runtimeTitles)} server and no tests in ${root}`,
    `Looked for: ${[`${servers} whose program listens`, ...workers, tests].join(', ')}. ` +
      '`leakdiff run --help` describes every key. ' +
      `Write .github/leakdiff.yml by hand; to start from:\n\n${minimalConfig}`,
  )
}
