import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hasMain } from './build/with-probe.ts'

/** A file with a main function, as it was when it was read. */
export interface ProgramFile {
  readonly path: string
  readonly source: string
  /** Where the user's overlay takes it from; left out for a file that is where it seems to be. */
  readonly target?: string
}

/**
 * All files with a main function in the repository of `directory`, whatever tags,
 * modules or workspaces it takes to build them: those that a command builds, by package or by file,
 * are among them.
 */
export function findProgramFiles(directory: string): readonly ProgramFile[] {
  return [...sourcesBelow(repositoryOf(directory))].flatMap((path) => {
    const source = readFileSync(path, 'utf8')
    return hasMain(source) ? [{ path, source }] : []
  })
}

function* sourcesBelow(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory() && !isInstalled(entry)) yield* sourcesBelow(path)
    else if (entry.isFile() && /(?<!_test)\.go$/.test(entry.name)) yield path
  }
}

const isInstalled = ({ name }: Dirent): boolean =>
  name === '.git' || name === 'node_modules' || name === 'vendor'

function repositoryOf(directory: string): string {
  for (let at = directory; at !== dirname(at); at = dirname(at)) if (existsSync(join(at, '.git'))) return at
  return directory
}
