import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitStatus, UserError } from '../errors.ts'
import { type DiffOptions, runDiff } from '../profile-diff/command.ts'
import type { DiffIo } from '../profile-diff/pair.ts'
import { err, out } from './out.ts'

/** `leakdiff diff`: the exit status. Throws UserError for what cannot be compared. */
export function diffCommand(options: DiffOptions): number {
  runDiff(options, diffIo)
  return exitStatus.pass
}

/** `runDiff`'s files and streams on this machine. */
const diffIo: DiffIo = {
  readFile: (path) => explained(path, 'read', () => readFileSync(path)),
  listFiles: (path) =>
    explained(path, 'read', () => (statSync(path).isDirectory() ? filesBelow(path) : null)),
  writeFile: (path, text) => explained(path, 'written', () => writeFileSync(path, text)),
  stdout: out,
  stderr: err,
}

function filesBelow(folder: string): readonly string[] {
  const below = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return below.filter((file) => statSync(join(folder, file)).isFile())
}

function explained<T>(path: string, verb: string, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new UserError(`${path} cannot be ${verb}: ${why}.`, 'Check the path and its permissions.', {
      cause,
    })
  }
}
