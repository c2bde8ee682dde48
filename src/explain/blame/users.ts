import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { git } from '../../checkout/git/git.ts'

type FileLines = readonly string[]

/** Of a build of more modules than this the others are not read. */
const mostFiles = 500

/** The lines of each file of head that may use what another file defines, by its base name. */
export function usersIn(head: string): (name: RegExp | undefined) => Promise<readonly FileLines[]> {
  const read = new Map<string, Promise<readonly FileLines[]>>()
  return (name) => {
    if (name === undefined) return Promise.resolve([])
    const users = read.get(name.source) ?? linesOf(head, name)
    read.set(name.source, users)
    return users
  }
}

async function linesOf(head: string, name: RegExp): Promise<readonly FileLines[]> {
  // A head that is no work tree of git has nobody who could say what belongs to it.
  const listed = await git({ root: head }, ['ls-files', '-z']).catch(() => '')
  const paths = listed.split('\0').filter((path) => name.test(basename(path)))
  const texts = await Promise.all(
    paths.slice(0, mostFiles).map((path) => readFile(join(head, path), 'utf8').catch(() => '')),
  )
  return texts.map((text) => text.split('\n'))
}
