import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Workload } from '../configure/config.ts'
import type { Trial } from '../trial/trial.ts'
import type { Elder } from './rounds/elder.ts'
import type { Living } from './rounds/living.ts'
import { measureTrial } from './run-trial.ts'
import type { TrialRequest } from './trial-request.ts'

/** A program that was measured, and lives on, idle. */
export interface Lingering {
  readonly elder: Elder
  /** CPU seconds that its processes have used. */
  readonly seconds: () => Promise<number>
  /** Resolves once it and all of its sandbox are gone. */
  readonly end: () => Promise<void>
}

/** The trial as soon as it is measured; null: its program is gone already. */
export async function measureAndLinger(
  request: TrialRequest,
): Promise<{ readonly trial: Trial; readonly lingering: Lingering | null }> {
  const leave = new AbortController()
  const ended = AbortSignal.any([leave.signal, request.signal])
  return await new Promise((resolve, reject) => {
    const afterwards = async (trial: Trial, { elder, seconds }: Living): Promise<void> => {
      resolve({ trial, lingering: { elder, seconds, end } })
      await untilAborted(ended)
    }
    const whole = measureTrial({ ...request, afterwards })
    const end = async (): Promise<void> => {
      leave.abort()
      await whole
    }
    whole.then((trial) => resolve({ trial, lingering: null }), reject)
  })
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

const port = /\$(?:PORT\b|\{PORT\b)/
/** A script may read it by the means of its language. */
const portOfScript = /\bPORT\b/
const containers = /\b(?:docker|podman|nerdctl|kubectl|compose)\b/
/** What is longer was not written to drive a program. */
const longestScript = 64 * 1024

/**
 * Whether two of its programs may live at once: each listens where `$PORT` says, is driven there and read
 * there, and is ended by its own processes alone. Where the port is fixed, or a command finds the program by
 * its name, the second would not start, or be taken for the first. `directory`: where commands run;
 * what drives the program may be a script there.
 */
export function mayLiveTwice(workload: Workload, directory: string): boolean {
  if (workload.form !== 'server' || workload.stop !== null || workload.snapshot !== undefined) return false
  const { profiles, ready, round, setup, start } = workload
  const listens = port.test(start) || port.test(addressOf(ready))
  const scripts = scriptsIn(round, directory)
  const commands = [setup ?? '', start, round, ...scripts]
  return (
    listens &&
    (port.test(round) || scripts.some((text) => portOfScript.test(text))) &&
    profiles.every(({ url }) => port.test(url)) &&
    !commands.some((text) => containers.test(text))
  )
}

/** Texts of the files that a command names. */
function scriptsIn(command: string, directory: string): readonly string[] {
  const words = command
    .split(/[\s'"`;|&<>()=]+/)
    .filter((word) => word.includes('/') || /\w\.\w+$/.test(word))
  return words.flatMap((word) => textOf(resolve(directory, word)) ?? [])
}

function textOf(path: string): string | null {
  try {
    const file = statSync(path)
    return file.isFile() && file.size <= longestScript ? readFileSync(path, 'utf8') : null
  } catch {
    return null // a word that is no path
  }
}

function addressOf(ready: Extract<Workload, { form: 'server' }>['ready']): string {
  if (ready.kind === 'url') return ready.url
  return ready.kind === 'port' ? ready.address : ''
}
