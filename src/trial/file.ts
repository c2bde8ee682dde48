import type { Dirent } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { FormatError, firstIssue, UserError } from '../errors.ts'
import { limits, trialFileSchema } from './schema.ts'
import type { Trial } from './trial.ts'

/** Where a trial stands below `directory`: `trials/<workload>/<side>-<n>.json.gz`. */
export function trialPath(directory: string, { number, side, workload }: TrialName): string {
  // A name of dots alone would be a folder above.
  const folder = workload.replace(/[^\w.-]/g, '_').replace(/^\.+$/, '_')
  return join(directory, 'trials', folder, `${side}-${number}.json.gz`)
}

type TrialName = Pick<Trial, 'number' | 'side' | 'workload'>

/** Writes the trial below `directory`, whole or not at all, and returns its path. */
export async function writeTrial(directory: string, trial: Trial): Promise<string> {
  const path = trialPath(directory, trial)
  const bytes = await promisify(gzip)(JSON.stringify({ schemaVersion: 1, ...trial }))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.part`, bytes)
  await rename(`${path}.part`, path)
  return path
}

/**
 * Throws FormatError, which calls the file `name`, for whatever is not a trial file within the limits;
 * the bytes may be anybody's.
 */
export async function readTrial(path: string, name = path): Promise<Trial> {
  const size = (await lstat(path)).size
  if (size > limits.inflated) throw broken(name, `it is ${size} bytes long`)
  return parseTrial(await readFile(path), name)
}

/** All trials below `directory`, in order of their paths. */
export async function readTrials(directory: string): Promise<readonly Trial[]> {
  const trials: Trial[] = []
  for (const path of await trialFiles(join(directory, 'trials'))) trials.push(await readTrial(path))
  return trials
}

/** More is no measurement of anybody's. */
const mostFiles = 2_000

/**
 * The paths of all trial files below `directory`, at any depth, in order. Links are not followed. Throws
 * UserError when it is not there.
 */
export async function trialFiles(directory: string): Promise<readonly string[]> {
  const entries = await listFolder(directory)
  const files = entries.filter((e) => e.isFile() && e.name.endsWith('.json.gz'))
  if (files.length > mostFiles) throw broken(directory, `it holds ${files.length} files`)
  return files.map((e) => join(e.parentPath, e.name)).sort()
}

async function listFolder(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (cause) {
    const remedy = 'Name the directory that `leakdiff measure` or `leakdiff run --out` has written.'
    throw new UserError(`There are no trials in ${folder}.`, remedy, { cause })
  }
}

/** The bytes of a trial file; `name` is for errors. */
export async function parseTrial(bytes: Buffer, name: string): Promise<Trial> {
  const parsed = trialFileSchema.safeParse(parseJson(await inflate(bytes, name), name))
  if (parsed.success) {
    const { schemaVersion: _, ...trial } = parsed.data
    return trial
  }
  throw broken(name, firstIssue(parsed.error, 'not a trial'))
}

async function inflate(bytes: Buffer, name: string): Promise<string> {
  try {
    return bounded(await promisify(gunzip)(bytes, { maxOutputLength: limits.inflated }), name)
  } catch (error) {
    if (error instanceof FormatError) throw error
    const tooLarge = error instanceof RangeError
    throw broken(
      name,
      tooLarge ? `it inflates to more than ${limits.inflated} bytes` : 'it is not a complete gzip file',
    )
  }
}

function bounded(inflated: Buffer, name: string): string {
  const [objects, lists] = [limits.objects, limits.lists]
  if (holdsMore(inflated, '{', objects)) throw broken(name, `it holds more than ${objects} objects`)
  if (holdsMore(inflated, '[', lists)) throw broken(name, `it holds more than ${lists} lists`)
  return inflated.toString('utf8')
}

function holdsMore(bytes: Buffer, mark: string, most: number): boolean {
  const code = mark.charCodeAt(0)
  let found = 0
  for (let at = bytes.indexOf(code); at >= 0 && found <= most; at = bytes.indexOf(code, at + 1)) found++
  return found > most
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw broken(name, 'it is not JSON')
  }
}

function broken(name: string, why: string): FormatError {
  return new FormatError(
    'broken',
    `${name} is not a trial file: ${why}`,
    'Measure again with this version of leakdiff.',
  )
}
