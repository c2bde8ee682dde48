import { realpathSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Environment, Instrumentation, InstrumentRequest, Stage } from '../../runtime.ts'
import { exactMalloc, probeVariables } from '../protocol.ts'

/**
 * Frames of a stack that are traced: none where totals alone decide, at no cost; one names who asked for the
 * memory, at three times the program's own; more cost ten times and up, and are for the diagnostic run,
 * of which nothing is judged.
 */
const frames = { first: 0, confirm: 1, diagnose: 12 } as const satisfies Record<Stage | 'diagnose', number>

/**
 * tox clears the environment of tests but for what it is told to pass on,
 * in either form of its configuration.
 */
const handedOnByTox = ['testenv', 'env_run_base']
  .map(
    (section) =>
      `${section}.pass_env+=${['PYTHONPATH', ...Object.keys(exactMalloc), 'LEAKDIFF_*'].join(',')}`,
  )
  .join(';')

/** The folder of the probe of this installation. */
export const installedProbe = (): string =>
  dirname(createRequire(import.meta.url).resolve('#probe/python/sitecustomize.py'))

/**
 * Has every Python process load the probe as it starts, by PYTHONPATH; nothing is installed,
 * and nothing done at build time.
 */
export async function instrument(
  { directory, scratch, workload }: InstrumentRequest,
  installed: string = installedProbe(),
): Promise<Instrumentation> {
  // A copy: Python writes what it compiles beside its source.
  const folder = join(scratch, 'python')
  await cp(installed, folder, { recursive: true })
  const tests =
    workload.form === 'test'
      ? { [probeVariables.tests]: realpathSync(directory), TOX_OVERRIDE: handedOnByTox }
      : {}
  const environment = (traced: number, sockets: string): Environment => ({
    PYTHONPATH: folder,
    ...exactMalloc,
    [probeVariables.sockets]: sockets,
    [probeVariables.frames]: String(traced),
    ...tests,
  })
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => environment(frames[stage], sockets),
    diagnosticEnv: (sockets, goal) => ({
      ...environment(frames.diagnose, sockets),
      [probeVariables.diagnose]: goal,
    }),
  }
}
