import { attribute, stacksOf } from '../attribute/attribute.ts'
import type { HeapRow, OpenedRow } from '../live/files.ts'
import type { Histogram } from '../live/histogram.ts'
import type { OldObject } from '../recording/recording.ts'
import type { History } from './history.ts'

/**
 * What lives, by the round since which it stays: what each class grew by is split over the stacks of `young`,
 * objects that were allocated since the first round. Where none was sampled,
 * a class stands where a stack would.
 */
export function heapRows(
  { classes }: Histogram,
  history: History,
  young: readonly OldObject[],
): readonly HeapRow[] {
  return attribute(history.first(), classes, young, history.births)
}

/** The class of which each open file and socket is one object, whatever Java code opened it by. */
const openFile = 'java.io.FileDescriptor'

/** What is made with each of those, on the same stack: together they are met more often. */
const madeWithIt =
  /^(?:java\.io\.(?:FileDescriptor|FileCleanable|File(?:In|Out)putStream|RandomAccessFile)|java\.net\.(?:Server)?Socket|sun\.nio\.ch\.(?:File|Socket|ServerSocket|Datagram)ChannelImpl|sun\.nio\.ch\.NioSocketImpl)$/

/**
 * Who put the files where they are held that were opened and stay open: `opened` holds all objects that are
 * younger than the first round of all, since few of so few are sampled.
 * What was closed again is none of them.
 */
export function openedRows(
  { classes }: Histogram,
  history: History,
  opened: readonly OldObject[],
): readonly OpenedRow[] {
  const files = opened.flatMap((one) => (madeWithIt.test(one.type) ? [{ ...one, type: openFile }] : []))
  return stacksOf(openFile, history.first(), classes, files).map(({ share, stack }) => ({
    files: share,
    stack,
  }))
}
