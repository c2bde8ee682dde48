import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commitTree } from '../../checkout/git/commit-tree.ts'
import { fetchCommit, hasRemote, lookUpRemote } from '../../checkout/git/fetch.ts'
import { askGit, git, type Repository } from '../../checkout/git/git.ts'
import { type NewRecord, withRecords } from '../merge.ts'
import { type History, linesOf } from '../record.ts'
import { fileOf, marker, markerText, readFiles } from './files.ts'
import type { HistoryStore } from './history-store.ts'
import { push } from './push.ts'

export const historyRef = 'refs/leakdiff/history'

/** Attempts against others who push at the same time: each of them loses once to every other at the most. */
const attempts = 12

/**
 * Records as files of a commit that no branch holds: of origin where there is one, else of this repository.
 * Neither index nor work tree nor any ref of the user's is touched.
 */
export function refStore(repository: Repository): HistoryStore {
  return {
    name: historyRef,
    read: async () => await historyAt(repository, await tipOf(repository)),
    append: async (records) => {
      for (let attempt = 1; ; attempt++) {
        const tip = await tipOf(repository)
        const next = await commitOf(repository, tip, records)
        if (await push(repository, { next, ref: historyRef, tip, last: attempt === attempts })) return
        await sleep(Math.random() * 200 * attempt)
      }
    },
  }
}

/** null: there is no history yet. */
async function tipOf(repository: Repository): Promise<string | null> {
  if (!(await hasRemote(repository)))
    return await askGit(repository, ['rev-parse', '--verify', '--quiet', historyRef])
  const tip = (await lookUpRemote(repository, [historyRef])).get(historyRef) ?? null
  if (tip !== null) await fetchCommit(repository, tip)
  return tip
}

async function historyAt(repository: Repository, tip: string | null): Promise<History> {
  if (tip === null) return new Map()
  const listing = await git(repository, ['ls-tree', '-z', '-l', `${tip}^{commit}`])
  const files = listing.split('\0').flatMap((row) => {
    const [, mode, , size, name] = /^(\d+) (\w+) \w+ +(\d+|-)\t(.+)$/s.exec(row) ?? []
    return name === undefined ? [] : [{ name, plain: mode === '100644', size: Number(size) }]
  })
  return await readFiles(historyRef, files, (name) => git(repository, ['cat-file', 'blob', `${tip}:${name}`]))
}

/** A commit on top of `tip` that holds the records as well; it stands in no ref yet. */
async function commitOf(
  repository: Repository,
  tip: string | null,
  records: readonly NewRecord[],
): Promise<string> {
  const history = withRecords(await historyAt(repository, tip), records)
  const changed = [...new Set(records.map(({ workload }) => workload))]
  const files = [
    { name: marker, content: markerText },
    ...changed.map((workload) => ({ name: fileOf(workload), content: linesOf(history.get(workload) ?? []) })),
  ]
  const folder = await mkdtemp(join(tmpdir(), 'leakdiff-history-'))
  try {
    const index = { GIT_INDEX_FILE: join(folder, 'index') }
    await git(repository, ['read-tree', tip ?? '--empty'], index)
    for (const file of files) {
      const path = join(folder, 'file')
      await writeFile(path, file.content)
      const blob = await git(repository, ['hash-object', '-w', '--no-filters', '--', path])
      await git(repository, ['update-index', '--add', '--cacheinfo', `100644,${blob},${file.name}`], index)
    }
    const tree = await git(repository, ['write-tree'], index)
    const message = `Record ${changed.join(', ')} at ${records[0]?.record.commit.slice(0, 12) ?? ''}`
    return await commitTree(repository, { tree, parent: tip, message })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
