import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InconclusiveError } from '../../../errors.ts'
import type { DiagnosticGoal, Instrumentation, InstrumentRequest, Stage } from '../../runtime.ts'
import { readBuildCommands } from './build-commands.ts'
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
  const overlay = await writeTestingOverlay({ goroot, version }, join(scratch, 'go'), replaced)
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
  { goroot, version }: { readonly goroot: string; readonly version: string },
  folder: string,
  users: Readonly<Record<string, string>>,
): Promise<string> {
  const testing = join(goroot, 'src/testing')
  const files = {
    'testing.go': repeatable(await readFile(join(testing, 'testing.go'), 'utf8'), version),
    'zz_leakdiff.go': await probeForTests(),
    'zz_leakdiff_rounds.go': await readFile(probeFile('zz_leakdiff_rounds.go'), 'utf8'),
  }
  await mkdir(folder, { recursive: true })
  const ours: [string, string][] = []
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text)
    ours.push([join(testing, name), join(folder, name)])
  }
  const Replace = { ...users, ...Object.fromEntries(ours) }
  const path = join(folder, 'overlay.json')
  await writeFile(path, JSON.stringify({ Replace }, null, 1))
  return path
}

/** What is changed in `testing.go`; every line keeps its number. */
const changes = [
  ['func (m *M) Run() (code int) {', 'func (m *M) runOnce() (code int) {'],
  ['func (t *T) report() {', 'func (t *T) report() { zzleakdiffReport(t)'],
  [
    'exampleRan, exampleOk := runExamples(m.deps.MatchString, m.examples)',
    'exampleRan, exampleOk := runExamples(m.deps.MatchString, m.examples); zzleakdiffExamples(exampleRan, exampleOk)',
  ],
] as const

/**
 * Package testing with a hook wherever a round is told of. Throws InconclusiveError when one has no place.
 */
export function repeatable(source: string, version: string): string {
  return changes.reduce((text, [known, ours]) => {
    if (text.split(known).length === 2) return text.replace(known, () => ours)
    throw new InconclusiveError(
      'unknown-testing',
      `The package testing of ${version} has another shape than leakdiff knows: it does not hold \`${known}\` once.`,
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
    .replace('const zzleakdiffOwnTasks = 1', 'const zzleakdiffOwnTasks = 0')
    .replace(/^func init\(\) \{\n\tzzleakdiffStart\(\)\n\}\n/m, '')
    .replace('\tcase "dump":', '\tdefault:\n\t\tp.more(request)\n\tcase "dump":')
}
