import { ConfigError } from '../errors.ts'
import { formOf, quantitiesOf } from './input/input.ts'
import type { Source } from './input/source.ts'

/**
 * The profiles that `runDiff` reads, what it writes, and the two streams: all that it knows of the system.
 */
export interface DiffIo {
  /** A file's path, `-` for standard input, or a URL. */
  readonly open: (path: string) => Promise<Source>
  /** Paths of the files below a folder, relative to it; null when `path` is no folder. */
  readonly listFiles: (path: string) => readonly string[] | null
  readonly writeFile: (path: string, text: string | Uint8Array) => void
  readonly pause: (milliseconds: number) => Promise<void>
  readonly stdout: (text: string | Uint8Array) => void
  readonly stderr: (text: string) => void
}

type Moment = readonly Source[]

/**
 * Moments given by a file or a folder each. A folder stands for several processes, one file each: their
 * growth is summed, and files of other quantities are left out. Throws ConfigError for a file without its
 * counterpart, since absent is not zero.
 */
export async function readMoments(
  paths: readonly string[],
  quantity: string | null,
  io: DiffIo,
  wait: number | null = null,
): Promise<readonly Moment[]> {
  const folders = paths.map((path) => io.listFiles(path))
  const file = paths.find((_, index) => folders[index] === null)
  const folder = paths.find((_, index) => folders[index] !== null)
  if (folder === undefined) return (await openEach(paths, io, wait)).map((source) => [source])
  if (file !== undefined)
    throw new ConfigError(`${file} is a file, ${folder} a folder.`, 'Give two files or two folders.')
  const wanted = quantity ?? (await preferredQuantity(folder, folders[paths.indexOf(folder)] ?? [], io))
  const moments: Moment[] = []
  for (const [index, path] of paths.entries())
    moments.push(await holding(wanted, path, folders[index] ?? [], io))
  for (let index = 1; index < moments.length; index++) refuseUnpaired(moments, paths, index)
  return moments
}

/**
 * Opens one after the other. A server that is named again is asked `wait` milliseconds later. Throws
 * ConfigError when there is no wait: what it holds at one moment has not grown.
 */
export async function openEach(
  paths: readonly string[],
  io: DiffIo,
  wait: number | null,
): Promise<readonly Source[]> {
  const sources: Source[] = []
  for (const [index, path] of paths.entries()) {
    if (isServer(path) && paths.indexOf(path) < index) {
      if (wait === null && !/[?&]seconds=/.test(path)) throw namedTwice(path)
      await io.pause(wait ?? 0)
    }
    sources.push(await io.open(path))
  }
  return sources
}

function isServer(path: string): boolean {
  return /^https?:\/\//i.test(path)
}

function namedTwice(url: string): ConfigError {
  return new ConfigError(
    `${url.replace(/\/\/[^/@]*@/, '//').split('?')[0]} is named twice, and would be read at one moment: nothing has grown then.`,
    'Use --wait 30s to have it read again after that time, or keep the first in a file: curl -o before.pb.gz URL.',
  )
}

/** Of a folder: its heap, else what its files hold first. */
async function preferredQuantity(folder: string, files: readonly string[], io: DiffIo): Promise<string> {
  const held: string[] = []
  for (const file of files) {
    const source = await io.open(`${folder}/${file}`)
    if (source.size > 0) held.push(...(await quantitiesOf(source)))
  }
  return held.includes('heap-bytes') ? 'heap-bytes' : (held.at(0) ?? 'heap-bytes')
}

/**
 * The folder's files that hold the quantity. Of goroutine profiles in several forms only one is taken:
 * they are the same tasks.
 */
async function holding(
  quantity: string,
  folder: string,
  files: readonly string[],
  io: DiffIo,
): Promise<readonly Source[]> {
  const sources: Source[] = []
  for (const file of [...files].sort()) {
    const source = { ...(await io.open(`${folder}/${file}`)), name: file }
    if (source.size === 0 || (await quantitiesOf(source)).includes(quantity)) sources.push(source)
  }
  if (sources.length === 0) {
    throw new ConfigError(
      `${folder} holds no profile of ${quantity}.`,
      'Give folders with profiles as pprof writes them.',
    )
  }
  const forms = ['pprof', 'debug1', 'debug2']
  const form = forms.find((one) => sources.some((source) => formOf(source).name === one))
  const taken = form === undefined ? sources : sources.filter((source) => formOf(source).name === form)
  const left = files.length - taken.length
  io.stderr(
    `${folder}: ${taken.map(({ name }) => name).join(', ')}${left > 0 ? ` (${left} other files left out)` : ''}\n`,
  )
  return taken
}

function refuseUnpaired(moments: readonly Moment[], paths: readonly string[], index: number): void {
  const [before = [], after = []] = [moments[index - 1], moments[index]].map((moment = []) =>
    moment.map(({ name }) => name),
  )
  const [first = '', second = ''] = [paths[index - 1], paths[index]]
  const lost = before.find((name) => !after.includes(name))
  const come = after.find((name) => !before.includes(name))
  if (lost === undefined && come === undefined) return
  const [name, has, misses] = lost === undefined ? [come, second, first] : [lost, first, second]
  throw new ConfigError(
    `${has} holds ${name}, ${misses} does not: folders are compared file by file, by name.`,
    'Give the same process the same file name in both folders, or compare two files.',
  )
}
