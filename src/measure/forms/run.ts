import type { RunWorkload } from '../../configure/config.ts'
import { InconclusiveError, type UserError } from '../../errors.ts'
import type { Program } from '../lifecycle.ts'
import { type CommandEnd, CommandError } from '../process/commands.ts'
import { formatDuration, within } from '../process/waiting.ts'
import { waitForProbe } from '../ready/wait.ts'
import { roundText } from '../rounds/observe.ts'
import { runRounds } from '../rounds/rounds.ts'
import { discoveryOf, type Making, programCommand, roundStep, roundsOf, withProgram } from './form.ts'
import { openRoundCalls, type RoundCall, type RoundCalls } from './round-calls.ts'

/** A command that makes its rounds itself: it calls after each, and is held until the snapshot is taken. */
export async function makeOwnRounds(making: Making, workload: RunWorkload): Promise<void> {
  const { request } = making
  const total = workload.warmup + request.rounds
  const state: State = { made: 0, total, call: null, over: false }
  await using calls = await openRoundCalls()
  const { start, instrumentation } = programCommand(making, 'run', workload.run, { LEAKDIFF_URL: calls.url })
  const phase = (): string => roundText(Math.max(0, state.made + 1 - workload.warmup))
  const onEnd = (end: CommandEnd, output: readonly string[]) =>
    state.over ? null : endedEarly(state, end, output)
  await withProgram(making, { start, onEnd, phase }, async (program, lifecycle) => {
    const until = AbortSignal.any([request.signal, program.gone])
    const discovery = discoveryOf(making, start)
    try {
      await runRounds({
        ...roundsOf(making, until),
        discovery,
        runRound: async (round) => {
          roundStep(request, round)
          const first = state.made === 0
          const limit = workload.timeout.round + (first ? workload.timeout.ready : 0)
          await nextCall(state, calls, program, { limit, signal: until })
          if (first)
            await waitForProbe(
              program,
              discovery,
              lifecycle,
              instrumentation,
              until,
              performance.now() + 1000,
            )
        },
      })
      await discovery.close()
      await letEnd(state, calls, program, workload.timeout.stop, request.signal)
    } finally {
      await discovery.close()
    }
  })
}

interface State {
  /** Rounds told of, warm-up included. */
  made: number
  readonly total: number
  /** The one that is held while the snapshot is taken. */
  call: RoundCall | null
  /** All rounds were made: it may end. */
  over: boolean
}

async function nextCall(
  state: State,
  calls: RoundCalls,
  program: Program,
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
): Promise<void> {
  const late = (): Error =>
    new CommandError(
      'run-hung',
      `\`run\` made ${state.made} of ${state.total} rounds, and told of no further one within ${formatDuration(limit)}.`,
      'Have it call POST $LEAKDIFF_URL/round after each round, or raise `timeout: { round: … }`. Its last lines are in the log.',
      program.output(),
    )
  const next = calls.next()
  state.call?.answer(state.made, state.total - state.made)
  state.call = await within(next, { milliseconds: limit, signal, late })
  state.made++
}

/** After the last snapshot it may end by itself; one that goes on calling is told that no round is left. */
async function letEnd(
  state: State,
  calls: RoundCalls,
  program: Program,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  state.over = true
  calls.close()
  state.call?.answer(state.made, 0)
  const lasting = { ok: true, how: 'still running' }
  const late = new Error('late')
  const end = await within(program.ended, { milliseconds, signal, late: () => late }).catch((error) => {
    if (error === late) return lasting
    throw error
  })
  if (!end.ok)
    throw new CommandError(
      'run-failed',
      `\`run\` made all of its ${state.total} rounds, and then failed: it ended with ${end.how}.`,
      'Its last lines are in the log. Correct it until it ends with exit 0.',
      program.output(),
    )
}

function endedEarly({ made, total }: State, { ok, how }: CommandEnd, output: readonly string[]): UserError {
  const problem = `\`run\` ended early${ok ? '' : ` with ${how}`}: it made ${made} of ${total} rounds.`
  if (!ok) return new CommandError('run-failed', problem, 'Its last lines are in the log.', output)
  return new InconclusiveError(
    'too-few-rounds',
    problem,
    'Have it make $LEAKDIFF_ROUNDS rounds and call POST $LEAKDIFF_URL/round after each, until the answer is 410.',
  )
}
