import type { Workload } from '../configure/config.ts'
import type { UserError } from '../errors.ts'
import type { Runtime } from '../runtimes/runtime.ts'
import { timeLimits } from '../time-limits.ts'
import { causeOf } from './process/causes.ts'
import {
  type Command,
  type CommandEnd,
  CommandError,
  quoted,
  type RunningCommand,
  runCommand,
  startCommand,
} from './process/commands.ts'
import { endProcesses, findProcesses } from './process/processes.ts'
import { isWrapper } from './roles/roles.ts'

/**
 * The started program. `gone` is aborted, with the error for people as its reason, when it ends by itself.
 */
export interface Program {
  readonly gone: AbortSignal
  /** How its command ended; never rejects. */
  readonly ended: Promise<CommandEnd>
  /** Its last lines; for the log alone. */
  readonly output: () => readonly string[]
  /** All that is kept of its output; what `ready` looks at. */
  readonly text: () => string
  /**
   * Runs `stop`, then ends every process of the trial; rejects with what `stop` failed of, after all are
   * ended.
   */
  readonly end: () => Promise<void>
}

export interface Lifecycle {
  readonly trial: string
  readonly runtime: Runtime
  readonly workload: Workload
  readonly start: Command
  readonly stop: Command | null
  /**
   * What to make of an end by itself; null: it may end. Without it, it must not, unless it leaves a daemon
   * behind.
   */
  readonly onEnd?: (end: CommandEnd, output: readonly string[]) => UserError | null
  /** What is being done, for the error of a program that ends then: `at start`, `in round 3`. */
  readonly phase: () => string
}

export function startProgram({ trial, workload, start, stop, onEnd, phase }: Lifecycle): Program {
  const running = startCommand(start)
  const gone = new AbortController()
  const state = { ending: false }
  const failureOf = (ended: CommandEnd): UserError | null => {
    if (onEnd) return onEnd(ended, running.output.lines())
    // A start that ends well may leave a daemon, or containers, behind it.
    const answers = workload.profiles.length > 0 || snapshotOf(workload) !== null
    const daemon = ended.ok && (answers || stop !== null || livesOn(trial))
    return daemon ? null : programEnded(start, `${ended.how} ${phase()}`, running)
  }
  running.ended.then((ended) => {
    const failure = state.ending ? null : failureOf(ended)
    if (failure !== null) gone.abort(failure)
  })
  const end = async (): Promise<void> => {
    state.ending = true
    try {
      if (stop) await runCommand(stop, workload.timeout.stop, new AbortController().signal)
    } finally {
      await endProcesses({ trial }, timeLimits.grace)
      running.release()
    }
  }
  const { ended } = running
  return { gone: gone.signal, ended, output: running.output.lines, text: running.output.text, end }
}

const snapshotOf = (workload: Workload): string | null =>
  workload.form === 'server' ? (workload.snapshot ?? null) : null

function livesOn(trial: string): boolean {
  return findProcesses({ trial, command: 'start' }).some((p) => !isWrapper(p))
}

function programEnded(start: Command, how: string, { output }: RunningCommand): CommandError {
  const cause = causeOf(how, output.text())
  const problem = `The program ended by itself with ${how}${cause?.words ?? ''}${quoted(start.shown)}`
  const remedy = `${cause?.remedy ?? '`start` has to stay in the foreground, or leave a daemon behind, until the last round.'} Its last lines are in the log.`
  return new CommandError('program-ended', problem, remedy, output.lines())
}
