import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InconclusiveError } from '../../../errors.ts'
import type { DiagnosticGoal, Instrumentation, InstrumentRequest, Stage } from '../../runtime.ts'
import { readBuildCommands } from './build-commands.ts'
import { type AddedFile, ginkgoFiles } from './ginkgo.ts'
import { addedFlags, flagValue, readUserFlags } from './goflags.ts'
import { replaceableGoroot } from './goroot.ts'
import { probeFile, readOverlay } from './overlay.ts'
import { runGo } from './toolchain.ts'

/**
 * Has `go test` build tests that can be repeated in one process: an overlay of the standard library's package
 * testing, made from the GOROOT that this revision uses. Their sampling rate is set by the overlay, so that
 * the compiler does not run at it as well. Throws InconclusiveError when `testing` has another shape than we
 * know.
 */
export async function instrumentTests(
  { directory, scratch, workload }: InstrumentRequest,
  { sampling, heapBytes, ancestors }: TestRates,
): Promise<Instrumentation> {
  await readBuildCommands(workload, directory) // refuses commands that take our flags away
  const users = await readUserFlags(directory)
  const usersOverlay = flagValue(users.flags, 'overlay')
  const replaced = usersOverlay === null ? {} : await readOverlay(directory, usersOverlay)
  const { goroot, env } = await replaceableGoroot(directory, scratch)
  const version = (await runGo(directory, ['env', 'GOVERSION'])).trim()
  const added = await ginkgoFiles(directory)
  const overlay = await writeTestingOverlay({ goroot, version, added }, join(scratch, 'go'), replaced)
  // Results must not come from Go's cache, one package runs at a time, and the time limit is meant for one
  // run of the tests.
  const GOFLAGS = addedFlags(users, [`-overlay=${overlay}`, '-count=1', '-timeout=0', '-p=1'])
  const run = (sockets: string, rate: number) => ({
    ...env,
    GOFLAGS,
    LEAKDIFF_SOCKETS: sockets,
    LEAKDIFF_RATE: String(rate),
  })
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => run(sockets, sampling[stage]),
    diagnosticEnv: (sockets, goal) => ({ ...run(sockets, heapBytes[goal]), GODEBUG: ancestors }),
  }
}

/** Bytes between two heap samples, and the setting by which goroutines keep the stacks of their creators. */
interface TestRates {
  readonly sampling: Readonly<Record<Stage, number>>
  readonly heapBytes: Readonly<Record<DiagnosticGoal, number>>
  readonly ancestors: string
}

async function writeTestingOverlay(
  {
    added,
    goroot,
    version,
  }: { readonly goroot: string; readonly version: string; readonly added: readonly AddedFile[] },
  folder: string,
  users: Readonly<Record<string, string>>,
): Promise<string> {
  const testing = join(goroot, 'src/testing')
  const files = {
    'testing.go': repeatable('testing.go', await readFile(join(testing, 'testing.go'), 'utf8'), version),
    'example.go': repeatable('example.go', await readFile(join(testing, 'example.go'), 'utf8'), version),
    'zz_leakdiff.go': await probeForTests(),
    'zz_leakdiff_rounds.go': await readFile(probeFile('zz_leakdiff_rounds.go'), 'utf8'),
  }
  await mkdir(folder, { recursive: true })
  const ours: [string, string][] = []
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text)
    ours.push([join(testing, name), join(folder, name)])
  }
  for (const [index, { path, text }] of added.entries()) {
    const copy = join(folder, `added-${index}.go`)
    await writeFile(copy, text)
    ours.push([path, copy])
  }
  const Replace = { ...users, ...Object.fromEntries(ours) }
  const path = join(folder, 'overlay.json')
  await writeFile(path, JSON.stringify({ Replace }, null, 1))
  return path
}

/** What is changed in files of `testing`; every line keeps its number. */
const changes = {
  'testing.go': [
    ['func (m *M) Run() (code int) {', 'func (m *M) runOnce() (code int) {'],
    ['func (t *T) report() {', 'func (t *T) report() { zzleakdiffReport(t)'],
    ['skip = flag.String("test.skip"', 'skip = flag.String("test.skip"'],
  ],
  'example.go': [['if !runExample(eg) {', 'if !zzleakdiffExample(eg.Name, runExample(eg)) {']],
} as const

/**
 * A file of package testing with a hook wherever a round is told of. Throws InconclusiveError when one has no
 * place.
 */
export function repeatable(name: keyof typeof changes, source: string, version: string): string {
  return changes[name].reduce((text: string, [known, ours]) => {
    if (text.split(known).length === 2) return text.replace(known, () => ours)
    throw new InconclusiveError(
      'unknown-testing',
      `leakdiff does not know the package testing of ${version}: it does not hold \`${known}\` once.`,
      'Use a newer leakdiff, or measure a program instead of its tests (`start` and `round`).',
    )
  }, source)
}

/** The probe without its goroutine: M.Run asks for questions itself. */
async function probeForTests(): Promise<string> {
  const probe = await readFile(probeFile('zz_leakdiff.go'), 'utf8')
  return probe
    .replace(/^package pprof$/m, 'package testing')
    .replace('import (\n', 'import (\n\tzzleakdiffpprof "runtime/pprof"\n')
    .replace(/(?<![\w.])Lookup\(/g, 'zzleakdiffpprof.Lookup(')
    .replace('const zzleakdiffOwnTasks = 1', 'var zzleakdiffOwnTasks = 0')
    .replace(/^func init\(\) \{\n\tzzleakdiffStart\(\)\n\}\n/m, '')
    .replace('\tcase "dump":', '\tdefault:\n\t\tp.more(request)\n\tcase "dump":')
}
