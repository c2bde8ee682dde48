import * as v8 from 'node:v8'

/** Younger than the types we compile against: Node 20.13 and later. */
type QueryObjects = (kind: unknown, options: { readonly format: 'count' }) => number

/** A walk through all objects takes a second for each 100 MB, after every round. */
const largestHeap = 128 * 1024 * 1024

/**
 * Counts the objects and functions that are alive in the main context. V8's own (code, maps, feedback) are
 * not among them, so that a program at rest stands still to one or two. Null in a Node that cannot, and for
 * the whole life of a program whose heap is large when it is first asked: half a series is none.
 */
export function createObjectCounter(): () => number | null {
  const { queryObjects } = v8 as { readonly queryObjects?: QueryObjects }
  let counts: boolean | null = null
  return () => {
    counts ??= v8.getHeapStatistics().used_heap_size <= largestHeap
    if (queryObjects === undefined || !counts) return null
    return withoutWarning(() => queryObjects(Object, { format: 'count' }))
  }
}

/** Node tells whoever calls it that it is experimental: the program did not. */
function withoutWarning<T>(run: () => T): T {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return run()
  } finally {
    process.emitWarning = emitWarning
  }
}
