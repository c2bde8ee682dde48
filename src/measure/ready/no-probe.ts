import { basename } from 'node:path'
import type { InconclusiveError } from '../../errors.ts'
import type { Environment, Unreachable } from '../../runtimes/runtime.ts'
import type { Lifecycle, Program } from '../lifecycle.ts'
import { CommandError } from '../process/commands.ts'
import { replacedVariables } from '../process/environment.ts'
import { findProcesses, type ProcessInfo, readEnvironment } from '../process/processes.ts'
import { isWrapper } from '../roles/roles.ts'
import { finalCodes } from './final.ts'

/** The endpoint of the user's own gave no figures; `answer` is what was found there. */
export function noEndpoint(answer: string, { runtime }: Lifecycle, program: Program): CommandError {
  const taken =
    runtime.ownProfiles === undefined ? '' : `; \`profiles\` takes ${runtime.ownProfiles.endpoint}`
  const remedy = `Open the URL by hand while the program runs${taken}.`
  return new CommandError(
    'no-probe',
    `The endpoint in \`profiles\` gave no figures: ${answer}`,
    remedy,
    program.output(),
  )
}

/** No probe answers, and why, as far as its processes tell. */
export function noProbe(
  { runtime, start, trial }: Lifecycle,
  instrumentation: Environment,
  program: Program,
): InconclusiveError {
  const processes = findProcesses({ trial, command: start.name }).filter((p) => !isWrapper(p))
  const replaced = processes.flatMap((p) =>
    replacedVariables(readEnvironment(p.pid) ?? new Map(), instrumentation),
  )
  const closed = processes
    .map((p) => runtime.unreachable?.(p.arguments, p.pid) ?? null)
    .find((one) => one !== null)
  const names = [...new Set(replaced)].join(', ')
  const running = findProcesses({ trial })
  const kept =
    closed ?? keptOut(names, running.length) ?? (processes.length === 0 ? onlyTools(running) : null)
  if (kept)
    return new CommandError(
      finalCodes.keptOut,
      `No probe answers in the program: ${kept.why}.`,
      kept.remedy,
      program.output(),
    )
  const why = `it was not built by \`setup\` or \`${start.name}\` of this workload, or has another runtime`
  const others =
    runtime.ownProfiles === undefined
      ? 'and check `runtime`'
      : 'check `runtime`, or give its own pprof endpoint in `profiles`'
  const remedy = `Build it in \`setup\` or \`${start.name}\` with no prebuilt binary, ${others}.`
  return new CommandError('no-probe', `No probe answers in the program: ${why}.`, remedy, program.output())
}

/** A tool that starts programs is not measured, whatever it does besides: within it no program is seen. */
function onlyTools(running: readonly ProcessInfo[]): Unreachable {
  const names = [...new Set(running.map((p) => basename(p.arguments[0] ?? '')))].filter((name) => name !== '')
  return {
    why: `nothing runs there but ${names.map((name) => `\`${name}\``).join(' and ')}, as a shell or a build tool does that starts other programs`,
    remedy:
      'Have `start` run the program in a process of its own: what runs within a build tool cannot be told from it.',
  }
}

/** Why what was set for the probe did not reach the program: another start would say the same. */
function keptOut(names: string, found: number): Unreachable | null {
  if (names)
    return {
      why: `its environment does not hold what leakdiff set in ${names}`,
      remedy: `Where the program is started, keep what is in ${names}, and append to it.`,
    }
  // It lives, and nothing carries the trial: not even its own variables came through.
  if (found === 0)
    return {
      why: 'its environment was cleared, as by `env -i`',
      remedy: 'Start the program with the environment that `start` was given, and only add to that.',
    }
  return null
}
