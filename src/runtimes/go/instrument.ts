import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InconclusiveError } from '../../errors.ts'
import type { DiagnosticGoal, Instrumentation, InstrumentRequest, Stage } from '../runtime.ts'
import { namesFiles, readBuildCommands } from './build/build-commands.ts'
import { addedFlags, flagValue, readUserFlags } from './build/goflags.ts'
import { replaceableGoroot } from './build/goroot.ts'
import { type Replace, readOverlay, writeOverlay } from './build/overlay.ts'
import { instrumentTests } from './build/tests-overlay.ts'
import { hasMain } from './build/with-probe.ts'
import { findProgramFiles, type ProgramFile } from './programs.ts'

/**
 * Bytes between two heap samples: a first trial's cost nothing to speak of,
 * the confirming one must name the culprit.
 */
const sampling = { first: 16_384, confirm: 4096 } as const satisfies Record<Stage, number>

/**
 * Creators' stacks cost 247 bytes a goroutine, and this rate a quarter of the speed:
 * neither is let near figures that are judged.
 */
const ancestors = 'tracebackancestors=10'
const diagnostic = (goal: DiagnosticGoal): string => `memprofilerate=${heapBytes[goal]},${ancestors}`
/**
 * What Go allocates for an open file is some 150 bytes: it is to be met each time, though it be one a round.
 */
const heapBytes = { holders: 512, openers: 64 } as const satisfies Record<DiagnosticGoal, number>

/**
 * Puts the probe into every program that the workload's commands build, by an overlay in GOFLAGS;
 * with an endpoint of the user's own only the sampling rate is set. Throws UserError when there is no Go or
 * no program, or when the commands drop our flags; `runEnv` throws InconclusiveError when set-up has changed
 * a file that the overlay stands for.
 */
export async function instrument(request: InstrumentRequest): Promise<Instrumentation> {
  const godebug = (stage: Stage): string => `memprofilerate=${sampling[stage]}`
  const { workload } = request
  // A command of the user's writes what it writes: there is nothing more to see in a diagnostic run.
  if (writesItself(workload)) return { buildEnv: {}, runEnv: (stage) => ({ GODEBUG: godebug(stage) }) }
  if (workload.profiles.length > 0)
    return {
      buildEnv: {},
      runEnv: (stage) => ({ GODEBUG: godebug(stage) }),
      diagnosticEnv: (_sockets, goal) => ({ GODEBUG: diagnostic(goal) }),
    }
  if (workload.form === 'test') return await instrumentTests(request, { sampling, heapBytes, ancestors })
  const { env, programs } = await overlaid(request)
  const run = (GODEBUG: string, sockets: string) => {
    for (const program of programs) refuseChanged(program)
    return { ...env, GODEBUG, LEAKDIFF_SOCKETS: sockets }
  }
  return {
    buildEnv: env,
    // Build flags too: `start` may be `go run`.
    runEnv: (stage, sockets) => run(godebug(stage), sockets),
    diagnosticEnv: (sockets, goal) => run(diagnostic(goal), sockets),
  }
}

/** Its profiles come from a command of the user's, or from the program. */
const writesItself = (workload: InstrumentRequest['workload']): boolean =>
  (workload.form === 'server' && workload.snapshot !== undefined) ||
  (workload.form === 'run' && workload.files !== undefined)

async function overlaid({ workload, directory, scratch }: InstrumentRequest) {
  const commands = await readBuildCommands(workload, directory)
  const flags = await readUserFlags(directory)
  const usersOverlay = flagValue(flags.flags, 'overlay')
  const users = usersOverlay === null ? {} : await readOverlay(directory, usersOverlay)
  const programs = underOverlay(findProgramFiles(directory), users)
  if (programs.length === 0) throw noProgram(directory)
  const { goroot, env } = await replaceableGoroot(directory, scratch)
  const overlay = await writeOverlay({ scratch: join(scratch, 'go'), goroot, programs, users })
  // Without the directory in what is built, the second revision's build finds nearly everything in Go's
  // cache. Of files given by name Go then keeps no directory at all, and nobody could tell whose they are.
  const trim = flagValue(flags.flags, 'trimpath') === null && !namesFiles(commands)
  const GOFLAGS = addedFlags(flags, [`-overlay=${overlay}`, ...(trim ? ['-trimpath'] : [])])
  return { env: { ...env, GOFLAGS }, programs }
}

/** The programs as the user's own overlay shows them to Go. */
function underOverlay(programs: readonly ProgramFile[], users: Replace): readonly ProgramFile[] {
  const shown = Object.entries(users).flatMap(([path, target]) => {
    const source = path.endsWith('.go') && existsSync(target) ? readFileSync(target, 'utf8') : ''
    return hasMain(source) ? [{ path, source, target }] : []
  })
  return [...programs.filter(({ path }) => !(path in users)), ...shown]
}

/**
 * Throws when a file is not what it was, white space aside:
 * the build would have read our copy of the old one.
 */
function refuseChanged({ path, source, target = path }: ProgramFile): void {
  const now = readFileSync(target, 'utf8')
  if (now.replace(/\s+/g, '') === source.replace(/\s+/g, '')) return
  throw new InconclusiveError(
    'setup-changes-program',
    `Set-up changes ${path}, of which leakdiff has built an older copy.`,
    'Let set-up change another file than the one with func main, or serve net/http/pprof and give its URL: `profiles`.',
  )
}

function noProgram(directory: string): InconclusiveError {
  return new InconclusiveError(
    'no-go-program',
    `There is no Go file with func main in the repository of ${directory}.`,
    'Let `start` run a program of this repository, or serve net/http/pprof in it and give the URL: `profiles`.',
  )
}
