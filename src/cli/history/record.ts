import type { Repository } from '../../checkout/git/git.ts'
import type { Config } from '../../configure/config.ts'
import { ConfigError } from '../../errors.ts'
import { storeOf } from '../../history/store/store.ts'
import { recordsOf } from '../../pipeline/history/records.ts'
import type { Outcome } from '../terminal/tell.ts'

/**
 * `--record`: keeps the figures in the history, as the action does on the default branch. Throws UserError.
 */
export async function record(repository: Repository, config: Config, outcome: Outcome): Promise<void> {
  const store = storeOf(config.history, repository)
  if (store === null)
    throw new ConfigError(
      '--record needs a history, and `history` is off',
      'Leave out --record, or set `history` to ref or a directory.',
    )
  const { head } = outcome.result
  if (head.how === 'working-tree')
    throw new ConfigError(
      '--record keeps what was measured of a commit, and this was the working tree',
      'Give the commit: --head HEAD.',
    )
  const records = await recordsOf({ ...outcome, config, repository, leg: null, now: new Date() })
  if (records.length > 0) await store.append(records)
}
