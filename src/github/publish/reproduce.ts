import type { Commit } from '../../checkout/revision.ts'
import { shellWord } from '../../cli/shell-word.ts'
import type { Inputs } from '../job/inputs.ts'

/** Inputs that decide what GitHub shows, not what is measured. */
const shown = ['comment', 'fail-on', 'name']

/**
 * The command that measures `workload` again in a checkout of the pull request, complete by itself; null when the configuration
 * was given as text, which no flag takes. `action` is the running action's own `OWNER/REPO#REF`.
 */
export function reproduceCommand(
  action: string,
  inputs: Inputs,
  base: Commit | null,
  workload: string,
): string | null {
  if (inputs.config?.includes('\n')) return null
  const measured = Object.entries(inputs.scalars).filter(([key]) => !shown.includes(key))
  const flags: [string, string][] = [
    ...(inputs.config ? [['config', inputs.config] satisfies [string, string]] : []),
    [measured.length > 0 ? 'name' : 'workload', workload],
    ...measured,
    ...(base ? [['base', base.sha] satisfies [string, string]] : []),
  ]
  return [`npx github:${action} run`, ...flags.map(([key, value]) => `--${key} ${shellWord(value)}`)].join(
    ' ',
  )
}
