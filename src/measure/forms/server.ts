import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerWorkload } from '../../configure/config.ts'
import { InconclusiveError } from '../../errors.ts'
import type { Probe } from '../../runtimes/probe.ts'
import type { Program } from '../lifecycle.ts'
import { CommandError, runCommand } from '../process/commands.ts'
import { createOwnSnapshot } from '../profiles/own-snapshot.ts'
import { waitUntilReady } from '../ready/wait.ts'
import { roundText } from '../rounds/observe.ts'
import { repeated, theProgram } from '../rounds/repeat.ts'
import { runRounds } from '../rounds/rounds.ts'
import { discoveryOf, type Making, programCommand, roundStep, roundsOf, step, withProgram } from './form.ts'

/** A long-lived program, driven by `round`. */
export async function makeServerRounds(making: Making, workload: ServerWorkload): Promise<void> {
  const { request } = making
  const state = { phase: 'at start', round: 0 }
  const { start, instrumentation } = programCommand(making, 'start', workload.start)
  await withProgram(making, { start, phase: () => state.phase }, async (program, lifecycle) => {
    const until = AbortSignal.any([request.signal, program.gone])
    const discovery = discoveryOf(making, start, await ownProbe(making, workload, () => state.round, until))
    try {
      await waitUntilReady(program, discovery, { ...lifecycle, workload }, instrumentation, until)
      await runRounds({
        ...roundsOf(making, until),
        discovery,
        enough: making.enough,
        afterwards: making.afterwards,
        elder: request.elder,
        ...(request.calm && { calm: request.calm }),
        onIdle: () => {
          step(request, 'while idle')
          making.onRest?.()
        },
        runRound: repeated(
          (round) => {
            state.phase = roundText(round)
            state.round = round
            return runRound(making, workload, program, round, until)
          },
          { name: theProgram, repeats: request.repeats, warmup: workload.warmup },
        ),
      })
    } catch (error) {
      throw await causeOf(program, error)
    } finally {
      await discovery.close()
    }
  })
}

/**
 * What is asked of a program fails when it dies, and is often told first: a driver, or a probe inside a
 * snapshot. The cause is the program's end, which says how it ended.
 */
async function causeOf(program: Program, error: unknown): Promise<unknown> {
  const dies = error instanceof InconclusiveError && error.code === 'program-ended'
  if (dies || error instanceof CommandError) await sleep(200)
  return program.gone.aborted ? program.gone.reason : error
}

async function runRound(
  { sandbox, request }: Making,
  { round: text, timeout }: ServerWorkload,
  program: Program,
  round: number,
  signal: AbortSignal,
): Promise<void> {
  roundStep(request, round)
  try {
    await runCommand(sandbox.command('round', text, { round }), timeout.round, signal)
  } catch (error) {
    throw await causeOf(program, error)
  }
}

async function ownProbe(
  { sandbox, request }: Making,
  { snapshot, ...workload }: ServerWorkload,
  round: () => number,
  signal: AbortSignal,
): Promise<Probe | undefined> {
  if (snapshot === undefined) return undefined
  const directory = join(sandbox.profiles, 'own')
  await mkdir(directory)
  return createOwnSnapshot({
    workload: { ...workload, snapshot },
    runtime: request.runtime,
    directory,
    command: (variables) =>
      sandbox.command('snapshot', snapshot, { round: round(), instrumentation: variables }),
    signal,
  })
}
