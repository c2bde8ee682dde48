import { FormatError } from '../../errors.ts'
import { parseGoroutineText } from '../../profile/formats/goroutine-text/parse.ts'
import { parsePprof } from '../../profile/formats/pprof/parse.ts'
import type { Profile, Quantity } from '../../profile/profile.ts'

/** Endings of the files that a probe writes. */
export const endings = { heap: '.heap.pb.gz', tasks: '.goroutine.pb.gz', dump: '.goroutines.txt' } as const

const live: readonly Quantity[] = ['heap-bytes', 'heap-objects', 'tasks']

/**
 * Live quantities of one file of a snapshot; what was ever allocated says nothing about a leak.
 * Throws FormatError.
 */
export function parse(fileName: string, bytes: Buffer): readonly Profile[] {
  if (fileName.endsWith('.pb.gz')) return parsePprof(bytes).filter(({ quantity }) => live.includes(quantity))
  if (fileName.endsWith('.txt')) return [parseGoroutineText(bytes)]
  if (fileName.endsWith('.profile')) return parseOwn(bytes)
  throw new FormatError(
    'not-this-format',
    `${fileName} is not a profile of Go.`,
    `Profiles of Go end in ${Object.values(endings).join(', ')}.`,
  )
}

/** What a program wrote itself: the text of goroutines at debug=1 or 2, else pprof, gzip or raw. */
function parseOwn(bytes: Buffer): readonly Profile[] {
  if (/^goroutine /.test(bytes.toString('latin1', 0, 16))) return [parseGoroutineText(bytes)]
  return parsePprof(bytes).filter(({ quantity }) => live.includes(quantity))
}
