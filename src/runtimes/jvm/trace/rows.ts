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

/** Who put the files where they are held that were opened since the first round and stay open. */
export function openedRows(
  { classes }: Histogram,
  history: History,
  young: readonly OldObject[],
): readonly OpenedRow[] {
  return stacksOf(openFile, history.first(), classes, young).map(({ share, stack }) => ({
    files: share,
    stack,
  }))
}
