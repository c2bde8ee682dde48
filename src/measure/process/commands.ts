import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { debug } from '../../debug.ts'
import { InconclusiveError } from '../../errors.ts'
import { causeOf } from './causes.ts'
import type { CommandName } from './environment.ts'
import { createOutputTail, type OutputTail } from './output.ts'
import { endProcesses, startShell } from './processes.ts'
import { formatDuration, throwIfAborted, within } from './waiting.ts'

/**
 * A command that did not do its work. `output`, its last lines, is for the log alone: it may hold secrets.
 */
export class CommandError extends InconclusiveError {
  override readonly name = 'CommandError'
  readonly output: readonly string[]
  constructor(code: string, problem: string, remedy: string, output: readonly string[]) {
    super(code, problem, remedy)
    this.output = output
  }
}

export interface Command {
  readonly name: CommandName
  readonly text: string
  /** Its text as it stands in the repository; left out: it does not, and is not ours to publish. */
  readonly shown?: string
  readonly directory: string
  readonly environment: Readonly<Record<string, string>>
}

/** A command that runs, and what is known of its end. */
export interface RunningCommand {
  readonly pid: number | null
  readonly output: OutputTail
  /** How it ended: `exit 7`, `signal SIGKILL`; never rejects. */
  readonly ended: Promise<CommandEnd>
  /** Lets go of its pipes, which a daemon may hold open for ever. */
  readonly release: () => void
}

export interface CommandEnd {
  readonly ok: boolean
  readonly how: string
}

/** Starts it. Throws a UserError when there is no such directory. */
export function startCommand(command: Command): RunningCommand {
  if (!existsSync(command.directory)) {
    throw new InconclusiveError(
      'no-directory',
      `\`${command.name}\` cannot run: there is no directory ${command.directory}.`,
      'Correct `directory`, or add the directory to this revision.',
    )
  }
  const child = startShell(command.text, command.directory, command.environment)
  debug('command', () => `${command.name}: pid ${child.pid} in ${command.directory}`)
  const output = createOutputTail()
  const streams = [child.stdout, child.stderr].flatMap((stream) => stream ?? [])
  for (const stream of streams) output.watch(stream)
  const release = (): void => {
    for (const stream of streams) stream.destroy()
    child.unref()
  }
  const ended = commandEnd(child)
  void ended.then(({ how }) => debug('command', () => `${command.name}: pid ${child.pid} ended with ${how}`))
  return { pid: child.pid ?? null, output, ended, release }
}

/**
 * Runs it to its end. Throws CommandError when it fails or outlasts `timeout` (ms); an abort ends it at once.
 */
export async function runCommand(command: Command, timeout: number, signal: AbortSignal): Promise<void> {
  throwIfAborted(signal)
  const running = startCommand(command)
  try {
    const late = (): Error =>
      commandFailure(command, `timed out after ${formatDuration(timeout)}`, running.output)
    const end = await within(running.ended, { milliseconds: timeout, signal, late })
    if (!end.ok) throw commandFailure(command, `ended with ${end.how}`, running.output)
  } catch (error) {
    await endCommand(command)
    throw error
  } finally {
    running.release()
  }
}

/** Ends what is left of a command in its trial: its shell and all that it started. */
async function endCommand({ name, environment }: Command): Promise<void> {
  await endProcesses({ trial: environment.LEAKDIFF_TRIAL ?? '', command: name }, 1000)
}

function commandFailure(
  { name, shown, environment }: Command,
  reason: string,
  output: OutputTail,
): CommandError {
  const hung = reason.startsWith('timed out')
  const where = `${environment.LEAKDIFF_SIDE}${name === 'round' || name === 'snapshot' ? `, ${roundName(environment)}` : ''}`
  const cause = causeOf(reason, output.text(), shown)
  const byHand = 'Run it by hand in this revision, and correct it until it ends with exit 0.'
  const advice = hung
    ? `Make it end by itself, or raise \`timeout: { ${name === 'snapshot' ? 'round' : name}: … }\`.`
    : (cause?.remedy ?? byHand)
  const remedy = `Its last lines are in the log. ${advice}`
  const problem = `\`${name}\` ${reason}${cause?.words ?? ''} (${where})${quoted(shown)}`
  return new CommandError(hung ? `${name}-hung` : `${name}-failed`, problem, remedy, output.lines())
}

function roundName(environment: Readonly<Record<string, string>>): string {
  return environment.LEAKDIFF_ROUND === '0' ? 'in warm-up' : `round ${environment.LEAKDIFF_ROUND}`
}

/** The end of a sentence about a command: its text on one line, where it may be shown. */
export function quoted(shown: string | undefined): string {
  if (shown === undefined) return ''
  const line = shown.trim().replace(/\s*\n\s*/g, '; ')
  return `: \`${line.length > 160 ? `${line.slice(0, 160)}…` : line}\``
}

async function commandEnd(child: ChildProcess): Promise<CommandEnd> {
  const closed = once(child, 'close').catch(() => {})
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    // What it printed last may still be in the pipe; a daemon that holds the pipe open is not waited for.
    await Promise.race([closed, sleep(200)])
    return { ok: code === 0, how: signal ? `signal ${signal}` : `exit ${code}${signalName(code ?? 0)}` }
  } catch (error) {
    return { ok: false, how: error instanceof Error ? error.message : String(error) }
  }
}

// A shell tells the signal that ended its command as 128 + number.
function signalName(code: number): string {
  const name = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0]
  return name ? ` (${name})` : ''
}
