import { randomBytes } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withRecords } from '../merge.ts'
import { linesOf } from '../record.ts'
import { fileOf, type Listed, marker, markerText, readFiles, workloadOf } from './files.ts'
import type { HistoryStore } from './history-store.ts'

/** Records as files of a directory, which may hold other files and folders beside them: a site's. */
export function directoryStore(directory: string): HistoryStore {
  const read = async () => {
    const files = (await listed(directory)).filter(({ name }) => workloadOf(name) !== null)
    return await readFiles(directory, files, (name) => readFile(join(directory, name), 'utf8'))
  }
  return {
    name: directory,
    read,
    append: async (records) => {
      const history = withRecords(await read(), records)
      await mkdir(directory, { recursive: true })
      await writeFile(join(directory, marker), markerText, { flag: 'wx' }).catch(isThere)
      for (const { workload } of records)
        await replace(join(directory, fileOf(workload)), linesOf(history.get(workload) ?? []))
    },
  }
}

async function listed(directory: string): Promise<readonly Listed[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(noEntries)
  return await Promise.all(
    entries.map(async (entry) => ({
      name: entry.name,
      plain: entry.isFile(),
      size: (await lstat(join(directory, entry.name))).size,
    })),
  )
}

/** Whole or not at all. */
async function replace(path: string, content: string): Promise<void> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`
  await writeFile(part, content)
  await rename(part, path)
}

function noEntries(error: NodeJS.ErrnoException): readonly Dirent[] {
  if (error.code === 'ENOENT') return []
  throw error
}

function isThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
