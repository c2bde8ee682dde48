import type { Commit } from '../../checkout/revision.ts'
import { shellWord } from '../../cli/terminal/shell-word.ts'
import { asWritten, type Committed } from '../../configure/committed.ts'
import { inputKeys } from '../../configure/keys.ts'
import type { Inputs } from '../job/inputs.ts'

/** Inputs that decide what GitHub shows, not what is measured. */
const shown = ['comment', 'fail-on', 'name']

/** Keys whose texts may say anything; all else is a number, a duration or one of a few words. */
function isFree(key: string): boolean {
  const type = inputKeys.find(({ input }) => input === key)?.type
  return type === undefined || (typeof type === 'string' && type !== 'duration')
}

export interface Reproduction {
  /** The running action's own `OWNER/REPO#REF`. */
  readonly action: string
  readonly inputs: Pick<Inputs, 'config' | 'scalars'>
  /** The configuration file, as it stands in the repository; null: it does not, or there is none. */
  readonly file: string | null
  readonly committed: readonly Committed[]
  readonly base: Commit | null
}

/**
 * The command that measures `workload` again in a checkout of the pull request,
 * complete by itself but for what is not in the repository, which is named. null when the configuration was
 * given as text, which no flag takes.
 */
export function reproduceCommand(given: Reproduction, workload: string): string | null {
  const { action, base, committed, file, inputs } = given
  if (inputs.config?.includes('\n')) return null
  const texts = committed.flatMap((one) => (one.workload === null ? [one.texts] : []))
  const written = (key: string, value: string): string =>
    asWritten(
      value,
      texts.flatMap((one) => one[key] ?? []),
    ) ?? `(${key} of this step)`
  const measured = Object.entries(inputs.scalars).filter(([key]) => !shown.includes(key))
  const flags: [string, string][] = [
    ...(inputs.config
      ? [['config', file ?? written('config', inputs.config)] satisfies [string, string]]
      : []),
    [measured.length > 0 ? 'name' : 'workload', workload],
    ...measured.map(([key, value]): [string, string] => [key, isFree(key) ? written(key, value) : value]),
    ...(base ? [['base', base.sha] satisfies [string, string]] : []),
  ]
  return [`npx github:${action} run`, ...flags.map(([key, value]) => `--${key} ${shellWord(value)}`)].join(
    ' ',
  )
}
