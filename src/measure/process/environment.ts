import type { Side } from '../../checkout/revision.ts'
import { tools } from '../../runtimes/index.ts'
import type { Environment } from '../../runtimes/runtime.ts'
import { actionVariables } from './secrets.ts'

/** The commands of a workload. */
export type CommandName = 'setup' | ProgramName | 'round' | 'snapshot' | 'stop'

/** The command whose processes are measured; each form of a workload has its own. */
export type ProgramName = 'start' | 'test' | 'run'

/** What all commands of one trial are told. */
export interface TrialVariables {
  readonly trial: string
  readonly side: Side
  /** Warm-up included. */
  readonly rounds: number
  /** Scratch of the trial. */
  readonly directory: string
  /** Root of head's worktree. */
  readonly head: string
  readonly port: number
}

const isWithheld = (name: string): boolean => name.startsWith('LEAKDIFF_') || actionVariables.test(name)

/**
 * The environment of one command: the user's, what the trial tells, and `instrumentation` (setup and start
 * only) appended to what the user has set. `round` is 0 in warm-up.
 */
export function commandEnvironment(
  user: Readonly<Record<string, string | undefined>>,
  variables: TrialVariables,
  command: { readonly name: CommandName; readonly round: number; readonly instrumentation?: Environment },
): Readonly<Record<string, string>> {
  const inherited = Object.entries(user).flatMap(([k, v]) =>
    v === undefined || isWithheld(k) ? [] : [[k, v]],
  )
  const environment: Record<string, string> = {
    ...Object.fromEntries(inherited),
    LEAKDIFF_TRIAL: variables.trial,
    LEAKDIFF_COMMAND: command.name,
    LEAKDIFF_SIDE: variables.side,
    LEAKDIFF_ROUND: String(command.round),
    LEAKDIFF_ROUNDS: String(variables.rounds),
    LEAKDIFF_DIR: variables.directory,
    LEAKDIFF_HEAD: variables.head,
    PORT: String(variables.port),
  }
  for (const [name, value] of Object.entries(command.instrumentation ?? {})) {
    environment[name] = appended(name, environment[name], value)
  }
  return environment
}

function appended(name: string, users: string | undefined, ours: string): string {
  const list = tools.lists[name]
  if (list === undefined || !users?.trim()) return ours
  return (list.oursFirst ? [ours, users] : [users, ours]).join(list.separator)
}

/** Variables of `instrumentation` that a process does not carry: its start replaced or dropped them. */
export function replacedVariables(
  actual: ReadonlyMap<string, string>,
  instrumentation: Environment,
): readonly string[] {
  return Object.entries(instrumentation).flatMap(([name, value]) => {
    const found = actual.get(name)
    const kept = name in tools.lists ? found?.includes(value) : found === value
    return kept ? [] : [name]
  })
}
