import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Instrumentation, InstrumentRequest, Stage } from '../runtime.ts'
import { type BuildCommands, readBuildCommands } from './build-commands.ts'
import { addedFlags, flagValue, readUserFlags } from './goflags.ts'
import { listMainPackages } from './main-packages.ts'
import { readOverlay, writeOverlay } from './overlay.ts'
import { instrumentTests } from './tests-overlay.ts'
import { hasMain } from './with-probe.ts'

/** Bytes between two heap samples: the first look costs nothing to speak of, the confirming one must name the culprit. */
const sampling = { first: 16_384, confirm: 4096 } as const satisfies Record<Stage, number>

/**
 * Puts the probe into every program that the workload's commands build, by an overlay in GOFLAGS; with an endpoint of the user's
 * own only the sampling rate is set. Throws UserError when there is no Go or no program, or when the commands drop our flags.
 */
export async function instrument(request: InstrumentRequest): Promise<Instrumentation> {
  const godebug = (stage: Stage): string => `memprofilerate=${sampling[stage]}`
  if (request.workload.profiles.length > 0)
    return { buildEnv: {}, runEnv: (stage) => ({ GODEBUG: godebug(stage) }) }
  if (request.workload.form === 'test') return await instrumentTests(request, sampling)
  const GOFLAGS = await buildFlags(request)
  return {
    buildEnv: { GOFLAGS },
    // `start` may be `go run`.
    runEnv: (stage, sockets) => ({ GOFLAGS, GODEBUG: godebug(stage), LEAKDIFF_SOCKETS: sockets }),
  }
}

async function buildFlags({ workload, directory, scratch }: InstrumentRequest): Promise<string> {
  const commands = await readBuildCommands(workload, directory)
  const users = await readUserFlags(directory)
  const usersOverlay = flagValue(users.flags, 'overlay')
  const replaced = usersOverlay === null ? {} : await readOverlay(directory, usersOverlay)
  const unlisted = commands.directories.filter((path) => /(?:^|\/)(?:testdata|_)/.test(path))
  const overlay = await writeOverlay({
    scratch: join(scratch, 'go'),
    packages: await listMainPackages(directory, commands.tagSets, unlisted),
    namedFiles: await findNamedFiles(commands, directory),
    users: replaced,
  })
  // Without the directory in what is built, the second revision's build finds nearly everything in Go's cache. Of files given
  // by name Go then keeps no directory at all, and nobody could tell whose they are.
  const trim = flagValue(users.flags, 'trimpath') === null && commands.files.length === 0
  return addedFlags(users, [`-overlay=${overlay}`, ...(trim ? ['-trimpath'] : [])])
}

async function findNamedFiles(commands: BuildCommands, directory: string): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const base of ['.', ...commands.directories]) {
    for (const pattern of commands.files) {
      for (const path of await matchingFiles(resolve(directory, base, pattern))) {
        if (hasMain(await readFile(path, 'utf8'))) found.add(path)
      }
    }
  }
  return [...found]
}

/** Files whose last part matches a pattern with `*`. */
async function matchingFiles(pattern: string): Promise<readonly string[]> {
  const expression = new RegExp(`^${basename(pattern).replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
  const names = await readdir(dirname(pattern)).catch((): string[] => [])
  const sources = names.filter((name) => expression.test(name) && !name.endsWith('_test.go'))
  return sources.map((name) => join(dirname(pattern), name))
}
