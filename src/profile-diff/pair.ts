import { ConfigError } from '../errors.ts'
import type { DiffQuantity, Moments, Source } from './diff.ts'
import { type Form, formOf, quantitiesOf } from './input.ts'

/** The files that `runDiff` reads and writes, and the two streams: all that it knows of the system. */
export interface DiffIo {
  readonly readFile: (path: string) => Uint8Array
  /** Paths of the files below a folder, relative to it; null when `path` is no folder. */
  readonly listFiles: (path: string) => readonly string[] | null
  readonly writeFile: (path: string, text: string) => void
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
}

/**
 * Two files, or two folders whose files are paired by name. A folder stands for one moment of several processes, one file each: their
 * growth is summed, and files of other quantities are left out. Throws ConfigError for a file without its counterpart, since absent is
 * not zero.
 */
export function readMoments(before: string, after: string, quantity: DiffQuantity, io: DiffIo): Moments {
  const folders = [before, after].map((path) => io.listFiles(path))
  const [one, other] = folders
  if (one === null && other === null)
    return { before: [readSource(before, io)], after: [readSource(after, io)] }
  if (!one || !other) {
    throw new ConfigError(
      `${one ? after : before} is a file, ${one ? before : after} a folder.`,
      'Give two files or two folders.',
    )
  }
  const moments = {
    before: holding(quantity, before, one, io),
    after: holding(quantity, after, other, io),
  }
  refuseUnpaired(moments, before, after)
  return moments
}

function readSource(path: string, io: DiffIo): Source {
  return { name: path, bytes: io.readFile(path) }
}

/** The folder's files that hold the quantity. Of goroutine profiles in several forms only one is taken: they are the same tasks. */
function holding(
  quantity: DiffQuantity,
  folder: string,
  files: readonly string[],
  io: DiffIo,
): readonly Source[] {
  const sources = [...files]
    .sort()
    .map((file) => ({ name: file, bytes: io.readFile(`${folder}/${file}`) }))
    .filter(({ bytes }) => bytes.length === 0 || quantitiesOf(bytes).includes(quantity))
  if (sources.length === 0) {
    throw new ConfigError(
      `${folder} holds no profile of ${quantity}.`,
      'Give folders with profiles as pprof writes them.',
    )
  }
  const forms: readonly Form[] = ['pprof', 'debug1', 'debug2']
  const form = forms.find((one) => sources.some(({ bytes }) => formOf(bytes) === one))
  const taken = sources.filter(({ bytes }) => formOf(bytes) === form)
  const left = files.length - taken.length
  io.stderr(
    `${folder}: ${taken.map(({ name }) => name).join(', ')}${left > 0 ? ` (${left} other files left out)` : ''}\n`,
  )
  return taken
}

function refuseUnpaired(moments: Moments, before: string, after: string): void {
  const names = {
    before: moments.before.map(({ name }) => name),
    after: moments.after.map(({ name }) => name),
  }
  const lost = names.before.find((name) => !names.after.includes(name))
  const come = names.after.find((name) => !names.before.includes(name))
  if (lost === undefined && come === undefined) return
  const [name, has, misses] = lost === undefined ? [come, after, before] : [lost, before, after]
  throw new ConfigError(
    `${has} holds ${name}, ${misses} does not: folders are compared file by file, by name.`,
    'Give the same process the same file name in both folders, or compare two files.',
  )
}
