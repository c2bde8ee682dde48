import type { Workload } from '../../configure/config.ts'
import { type CommandEnd, startCommand } from '../../measure/process/commands.ts'
import { findProcesses } from '../../measure/process/processes.ts'
import { type Listener, listenersOf } from '../../measure/process/usage.ts'
import { pause } from '../../measure/process/waiting.ts'
import { openSandbox, type Sandbox } from '../../measure/sandbox.ts'
import type { Copy, SetUp } from './copy.ts'

/** A program that was started once, and where it listens. Disposing ends all of its processes. */
export interface Started extends AsyncDisposable {
  readonly sandbox: Sandbox
  /** What $PORT is in its environment. */
  readonly port: number
  /** Empty: it has ended, or did not listen in time. The one at `port` comes first. */
  readonly listeners: readonly Listener[]
  /** Seconds until it listened, or until it was given up. */
  readonly seconds: number
  readonly ended: CommandEnd | null
  readonly output: () => readonly string[]
  readonly text: () => string
}

/** Others may follow the first socket: metrics, a second protocol. */
const settled = 700

/** Starts `command` as a trial would, with the probe in it, and waits until it listens. */
export async function startOnce(
  copy: Copy,
  { instrumentation, scratch }: SetUp,
  workload: Workload,
  command: string,
  limit: number,
): Promise<Started> {
  const { revision, signal } = copy
  const request = { workload, revision, headDirectory: revision.directory, rounds: 1, scratch }
  const sandbox = await openSandbox(request)
  try {
    const start = sandbox.command('start', command, {
      instrumentation: instrumentation.runEnv('first', sandbox.sockets),
    })
    const port = Number(start.environment.PORT)
    const began = performance.now()
    const running = startCommand(start)
    const state: { ended: CommandEnd | null } = { ended: null }
    void running.ended.then((ended) => {
      state.ended = ended
    })
    const look = () => listenersOf(findProcesses({ trial: sandbox.trial }))
    const listeners = await untilListening(look, port, limit, () => state.ended !== null, signal)
    return {
      sandbox,
      port,
      listeners,
      seconds:
        (performance.now() - began) / 1000 -
        (listeners.some((one) => one.port === port) ? 0 : settled / 1000),
      ended: state.ended,
      output: running.output.lines,
      text: running.output.text,
      [Symbol.asyncDispose]: async () => {
        running.release()
        await sandbox[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    await sandbox[Symbol.asyncDispose]()
    throw error
  }
}

async function untilListening(
  look: () => readonly Listener[],
  port: number,
  limit: number,
  hasEnded: () => boolean,
  signal: AbortSignal,
): Promise<readonly Listener[]> {
  const deadline = performance.now() + limit
  let first: number | null = null
  for (;;) {
    // What ends may leave a daemon behind: looked at once more after the end.
    const over = hasEnded() || performance.now() > deadline
    const found = look()
    const own = found.filter((one) => one.port === port)
    if (own.length > 0) return [...own, ...found.filter((one) => one.port !== port)]
    if (found.length > 0) first ??= performance.now()
    if (first !== null && performance.now() - first > settled) return found
    if (over && first === null) return []
    await pause(100, signal)
  }
}
