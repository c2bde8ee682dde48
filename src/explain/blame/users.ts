import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { git } from '../../checkout/git/git.ts'

/** A file of head that may use what another one defines. */
export interface User {
  readonly path: string
  readonly lines: readonly string[]
}

/** Of a build of more modules than this the others are not read. */
const mostFiles = 500

/** The files of head with such a base name, each read once; none without a name. */
export function usersIn(head: string): (name: RegExp | undefined) => Promise<readonly User[]> {
  const read = new Map<string, Promise<readonly User[]>>()
  return (name) => {
    if (name === undefined) return Promise.resolve([])
    const users = read.get(name.source) ?? named(head, name)
    read.set(name.source, users)
    return users
  }
}

async function named(head: string, name: RegExp): Promise<readonly User[]> {
  // A head that is no work tree of git has nobody who could say what belongs to it.
  const listed = await git({ root: head }, ['ls-files', '-z']).catch(() => '')
  const paths = listed.split('\0').filter((path) => name.test(basename(path)))
  return await Promise.all(
    paths.slice(0, mostFiles).map(async (path) => {
      const text = await readFile(join(head, path), 'utf8').catch(() => '')
      return { path, lines: text.split('\n') }
    }),
  )
}
