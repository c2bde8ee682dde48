import { readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { InconclusiveError, type UserError } from '../../errors.ts'
import { runGo } from './toolchain.ts'

/** A directory that builds a program. */
export interface MainPackage {
  readonly directory: string
  /** Names of the files that are built. */
  readonly files: readonly string[]
  /** Any of these lists of tags makes it a program; empty: it is one without tags. */
  readonly tagSets: readonly (readonly string[])[]
}

// Asks for nothing that needs a dependency: modules may not be downloaded yet.
const template = '{{.Name}}\t{{join .GoFiles "/"}}{{if .CgoFiles}}/{{join .CgoFiles "/"}}{{end}}\t{{.Dir}}'

/**
 * The programs of all modules that `directory` belongs to or holds, workspaces and nested modules included. `more` are package
 * patterns that `./...` leaves out (testdata, `_examples`). Throws InconclusiveError when there are none.
 */
export async function listMainPackages(
  directory: string,
  tagSets: readonly (readonly string[])[],
  more: readonly string[] = [],
): Promise<readonly MainPackage[]> {
  const modules = await findModules(directory)
  const found = new Map<string, MainPackage>()
  const problems: UserError[] = []
  for (const module of modules) {
    const below = more.map((path) => resolve(directory, path)).filter((path) => path.startsWith(`${module}/`))
    try {
      for (const tags of [[], ...tagSets])
        for (const p of await listModule(module, tags, below)) add(found, p, tags)
    } catch (error) {
      if (!(error instanceof InconclusiveError)) throw error
      problems.push(error)
    }
  }
  if (found.size === 0) throw problems[0] ?? noProgram(directory)
  return [...found.values()]
}

function add(found: Map<string, MainPackage>, next: MainPackage, tags: readonly string[]): void {
  const known = found.get(next.directory)
  if (known?.tagSets.length === 0) return
  found.set(
    next.directory,
    tags.length === 0 ? next : { ...next, tagSets: [...(known?.tagSets ?? []), tags] },
  )
}

async function listModule(
  module: string,
  tags: readonly string[],
  more: readonly string[],
): Promise<readonly MainPackage[]> {
  const args = [
    'list',
    '-e',
    '-find',
    ...(tags.length > 0 ? [`-tags=${tags.join()}`] : []),
    '-f',
    template,
    './...',
    ...more,
  ]
  // A module that the workspace does not use is built with GOWORK=off. Go fails on it, or with -e lists one package without a name.
  const inWorkspace = await runGo(module, args).catch((error: unknown) => {
    if (!(error instanceof InconclusiveError)) throw error
    return ''
  })
  const output = /^[^\t]/m.test(inWorkspace) ? inWorkspace : await runGo(module, args, { GOWORK: 'off' })
  return output.split('\n').flatMap((line) => {
    const [name, files = '', path = ''] = line.split('\t')
    const names = files.split('/').filter((file) => file !== '')
    return name === 'main' && names.length > 0 ? [{ directory: path, files: names, tagSets: [] }] : []
  })
}

/** Directories of the modules that hold `directory`, of its workspace, and of those below it. Throws as `runGo`. */
async function findModules(directory: string): Promise<readonly string[]> {
  const main = await runGo(directory, ['list', '-m', '-f', '{{.Dir}}']).catch((error: unknown) => {
    if (!(error instanceof InconclusiveError)) throw error
    return '' // no module here; perhaps below
  })
  const nested = (await modulesBelow(directory)).map(dirname)
  return [...new Set([...main.split('\n').filter((path) => path !== ''), ...nested])]
}

/** Paths of the go.mod files in `directory` and below, but for folders that Go leaves out and installed packages. */
export async function modulesBelow(directory: string, depth = 8): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  const own = entries.some((e) => e.name === 'go.mod' && e.isFile()) ? [join(directory, 'go.mod')] : []
  if (depth === 0) return own
  const folders = entries.filter(
    (e) => e.isDirectory() && !/^[._]|^(?:vendor|node_modules|testdata)$/.test(e.name),
  )
  const below = await Promise.all(folders.map((e) => modulesBelow(join(directory, e.name), depth - 1)))
  return [...own, ...below.flat()]
}

function noProgram(directory: string): InconclusiveError {
  return new InconclusiveError(
    'no-go-program',
    `There is no main package in the Go modules of ${directory}.`,
    'Set `directory` to the folder of the module that `start` runs, or give the URL of the program’s own pprof endpoint: `profiles`.',
  )
}
