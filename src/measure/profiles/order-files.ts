import { InconclusiveError } from '../../errors.ts'

/** A file that a workload wrote. */
export interface WrittenFile {
  readonly path: string
  /** As it is called to people: relative to where the glob begins. */
  readonly name: string
  /** Time of the last writing, in nanoseconds since 1970. */
  readonly writtenAt: bigint
}

export interface Ordered {
  readonly files: readonly WrittenFile[]
  readonly by: 'number' | 'time'
}

/**
 * Files in the order of the numbers in their names, where names differ in nothing else; else in that of their
 * writing. Throws InconclusiveError where two files share a place, or where the numbers contradict the times:
 * then nobody knows which came first.
 */
export function orderFiles(key: string, files: readonly WrittenFile[]): Ordered {
  const numbered = new Set(files.map(({ name }) => name.replace(/\d+/g, '#'))).size === 1 && files.length > 1
  const compare = numbered ? byNumbers : byTime
  const ordered = files.toSorted(compare)
  for (const [index, file] of ordered.slice(1).entries()) {
    const before = ordered[index] ?? file
    if (compare(before, file) === 0) throw unordered(key, before, file, tie)
    if (byTime(before, file) > 0) throw unordered(key, before, file, contradiction)
  }
  return { files: ordered, by: numbered ? 'number' : 'time' }
}

function byNumbers(a: WrittenFile, b: WrittenFile): number {
  const others = numbersOf(b)
  for (const [index, number] of numbersOf(a).entries()) {
    const other = others[index] ?? number
    if (number !== other) return number < other ? -1 : 1
  }
  return 0
}

const numbersOf = ({ name }: WrittenFile): readonly bigint[] => (name.match(/\d+/g) ?? []).map(BigInt)

const byTime = (a: WrittenFile, b: WrittenFile): number =>
  a.writtenAt === b.writtenAt ? 0 : a.writtenAt < b.writtenAt ? -1 : 1

const tie = 'have the same place in the order'
const contradiction = 'were written in the other order than the numbers in their names say'

function unordered(key: string, a: WrittenFile, b: WrittenFile, why: string): InconclusiveError {
  return new InconclusiveError(
    'files-order',
    `The files of \`files.${key}\` cannot be put in order: ${a.name} and ${b.name} ${why}.`,
    'Number the files in the order in which they are written (mem-1.pprof, mem-2.pprof), and keep their times when they are copied (`cp -p`).',
  )
}
