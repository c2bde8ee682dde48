import type { Commit } from '../../checkout/revision.ts'
import { shellWord } from '../../cli/terminal/shell-word.ts'
import { asWritten, type Committed } from '../../configure/committed.ts'
import type { Key } from '../../configure/key.ts'
import { inputKeys, runKeys } from '../../configure/keys.ts'
import { configInput } from '../../configure/load.ts'
import { workloadInputs } from '../../configure/sources/inputs.ts'
import type { RenderOptions } from '../../report/options.ts'
import type { Inputs } from '../job/inputs.ts'

/** Inputs that decide what GitHub shows, not what is measured. */
const shown = ['comment', 'fail-on', 'name']

/** Keys whose texts may say anything; all else is a number, a duration or one of a few words. */
function isFree(key: string): boolean {
  const type = inputKeys.find(({ input }) => input === key)?.type
  return type === undefined || (typeof type === 'string' && type !== 'duration')
}

export interface Reproduction {
  /** What starts the leakdiff that runs: `npx github:acme/leakdiff#v1`. */
  readonly starter: string
  readonly inputs: Pick<Inputs, 'config' | 'scalars'>
  /** The configuration file, as it stands in the repository; null: it does not, or there is none. */
  readonly file: string | null
  readonly committed: readonly Committed[]
  readonly base: Commit | null
}

/**
 * The command that measures `workload` again in a checkout of the pull request,
 * complete by itself but for what is not in the repository, which is named. null when the workload was
 * given as text of a configuration, which no flag takes.
 */
export function reproduceCommand(given: Reproduction, workload: string): Reproduce | null {
  const { base, committed, file, inputs, starter } = given
  const defined = definedHere(inputs, workload)
  const isText = inputs.config !== null && 'configText' in configInput(inputs.config)
  if (isText && !defined) return null
  const texts = committed.flatMap((one) => (one.workload === null ? [one.texts] : []))
  const written = (key: string, value: string): string =>
    asWritten(
      value,
      texts.flatMap((one) => one[key] ?? []),
    ) ?? `(${key} of this step)`
  const own = defined ? workloadInputs(inputs.scalars) : []
  const measured = Object.entries(inputs.scalars).filter(
    ([key]) => !shown.includes(key) && (isOfRun(key) || own.includes(key)),
  )
  const flags: [string, string][] = [
    ...(inputs.config !== null && !isText
      ? [['config', file ?? written('config', inputs.config)] satisfies [string, string]]
      : []),
    ...(defined ? [['name', workload] satisfies [string, string]] : []),
    // A file may define others beside a named one.
    ...(!defined || inputs.scalars.name !== undefined
      ? [['workload', workload] satisfies [string, string]]
      : []),
    ...measured.map(([key, value]): [string, string] => [key, isFree(key) ? written(key, value) : value]),
    ...(base ? [['base', base.sha] satisfies [string, string]] : []),
  ]
  return {
    command: [`${starter} run`, ...flags.map(([key, value]) => `--${key} ${shellWord(value)}`)].join(' '),
    complete: !flags.some(([, value]) => value.includes('${{') || /^\(\S+ of this step\)$/.test(value)),
  }
}

type Reproduce = NonNullable<ReturnType<NonNullable<RenderOptions['reproduce']>>>

/** Whether the step's inputs define it; else it is of a configuration file, which they leave as it is. */
function definedHere({ scalars }: Pick<Inputs, 'scalars'>, workload: string): boolean {
  if (workloadInputs(scalars).length === 0) return false
  return scalars.name === undefined || scalars.name.trim() === workload
}

const isOfRun = (key: string): boolean => (runKeys as readonly Key[]).some(({ name }) => name === key)
