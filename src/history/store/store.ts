import { resolve } from 'node:path'
import type { Repository } from '../../checkout/git/git.ts'
import { directoryStore } from './directory.ts'
import type { HistoryStore } from './history-store.ts'
import { refStore } from './ref.ts'

/** Of the key `history`: `ref`, `off`, or a directory, seen from the root. null: nothing is kept. */
export function storeOf(history: string, repository: Repository): HistoryStore | null {
  if (history === 'off') return null
  return history === 'ref' ? refStore(repository) : directoryStore(resolve(repository.root, history))
}
