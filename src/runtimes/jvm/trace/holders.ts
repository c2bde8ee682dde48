import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../errors.ts'
import type { Retainer } from '../../runtime.ts'
import { command } from '../attach/command.ts'
import type { Jvm } from '../attach/jvm.ts'
import type { Held } from '../heap/grown.ts'
import { retainersOf } from '../heap/growth.ts'
import { heldIn } from '../heap/held.ts'
import type { Histogram } from '../live/histogram.ts'

/** Who holds what was born between two moments. */
export interface Holders {
  /** null at the first of them. */
  readonly read: (
    graph: 'mark' | 'write',
    histogram: Histogram,
    directory: string,
  ) => Promise<readonly HolderRow[] | null>
}

/** Who holds it, or how large the heap is that was not looked through. */
export type HolderRow = Retainer | { readonly tooLarge: string }

/** Of what lives, in bytes: each moment of a larger heap would take minutes, and as much of the disk. */
const largest = 512e6

export function createHolders(jvm: Jvm): Holders {
  let before: Held | null = null
  return {
    read: async (graph, { bytes }, directory) => {
      if (bytes > largest)
        return graph === 'mark' ? null : [{ tooLarge: `${Math.round(bytes / 1e6)} MB of live objects` }]
      const held = await heldNow(jvm, directory)
      if (graph === 'mark') {
        before = held
        return null
      }
      return before === null ? null : retainersOf(before, held)
    },
  }
}

/** The dump holds all that the program's memory holds: it is gone once it is read. */
async function heldNow(jvm: Jvm, directory: string): Promise<Held> {
  const path = join(directory, `jvm-${jvm.pid}.hprof`)
  try {
    assertWritten(await command(jvm, `GC.heap_dump "${path}"`))
    return await heldIn(path)
  } finally {
    await rm(path, { force: true })
  }
}

/** A dump that could not be written ends well all the same. Throws UserError. */
export function assertWritten(told: string): void {
  const why = /^(?:Dump file is incomplete|Unable to create [^:]*): (.*)$/m.exec(told)?.[1]
  if (why !== undefined)
    throw new UserError(
      `The JVM could not write who holds what: ${why}.`,
      'A heap dump takes as much of the disk as the program’s heap for a moment: leave room in the folder for temporary files (TMPDIR).',
    )
}
