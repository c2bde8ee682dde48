import { randomUUID } from 'node:crypto'
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actionVariables } from '../measure/process/secrets.ts'

const handed = 'LEAKDIFF_HANDED_OVER'

/** Replaces the program of this process; Node has it from 22.15 on, and not on Windows. */
type Execve = (file: string, args: readonly string[], env: NodeJS.ProcessEnv) => never

/**
 * What a process was started with stays in `/proc/PID/environ` for every program of the same user to read,
 * whatever the process deletes of it later. So the action starts itself anew, as the same process, without
 * its inputs and tokens, which it finds in a file that it removes before any program of the workload runs.
 * Where Node cannot, it goes on as it is.
 */
export function startScrubbed(env: NodeJS.ProcessEnv): void {
  const file = env[handed]
  if (file !== undefined) {
    takeOver(env, file)
    return
  }
  const execve = (process as { execve?: Execve }).execve
  if (execve === undefined || process.platform !== 'linux') return
  const entries = Object.entries(env)
  const path = join(env.RUNNER_TEMP || tmpdir(), `leakdiff-${randomUUID()}`)
  const taken = Object.fromEntries(entries.filter(([name]) => actionVariables.test(name)))
  try {
    writeFileSync(path, JSON.stringify(taken), { mode: 0o600, flag: 'wx' })
  } catch {
    return
  }
  const kept = Object.fromEntries(entries.filter(([name]) => !actionVariables.test(name)))
  execve.call(process, process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
    ...kept,
    [handed]: path,
  })
}

function takeOver(env: NodeJS.ProcessEnv, file: string): void {
  delete env[handed]
  const taken = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>
  unlinkSync(file)
  for (const [name, value] of Object.entries(taken)) env[name] = value
}
