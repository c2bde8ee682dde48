import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Instrumentation, Stage } from '../runtime.ts'
import { probeVariables } from './protocol.ts'

/**
 * Bytes between two heap samples: a first trial's cost nothing to speak of,
 * the confirming one must name the culprit.
 */
const sampling = { first: 32_768, confirm: 4096 } as const satisfies Record<Stage, number>

/** The bundled probe of this installation. */
export const installedProbe = (): string => createRequire(import.meta.url).resolve('#probe/node.cjs')

/**
 * Load the probe into every Node process by NODE_OPTIONS; nothing at build time, where Node programs only
 * install. `below`: only tests are measured, by their file below this directory.
 */
export async function instrument(preload: string, below: string | null = null): Promise<Instrumentation> {
  const tests = below === null ? {} : { [probeVariables.tests]: realpathSync(below) }
  const environment = (rate: number, sockets: string) => ({
    NODE_OPTIONS: `--require ${quoted(preload)}`,
    [probeVariables.sockets]: sockets,
    [probeVariables.rate]: String(rate),
    ...tests,
  })
  return {
    buildEnv: {},
    runEnv: (stage, sockets) => environment(sampling[stage], sockets),
    diagnosticEnv: (sockets, goal) => ({
      ...environment(sampling.confirm, sockets),
      [probeVariables.diagnose]: goal,
    }),
  }
}

/** NODE_OPTIONS splits at spaces, but not between double quotes, in which a backslash escapes. */
const quoted = (path: string): string => (/[\s"\\]/.test(path) ? `"${path.replace(/["\\]/g, '\\$&')}"` : path)
