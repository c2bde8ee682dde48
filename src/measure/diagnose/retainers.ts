import { rm } from 'node:fs/promises'
import { FormatError } from '../../errors.ts'
import type { Retainer, Runtime } from '../../runtimes/runtime.ts'
import type { Observation } from '../rounds/observe.ts'

interface Seen {
  /** Largest share first; empty where nobody was seen to hold it. */
  readonly retainers: readonly Retainer[]
  /** Why nobody was looked for to the end, a sentence; left out: all was looked through. */
  readonly unseen?: string
}

/**
 * Objects of a program hold its secrets: their files are gone once read, unless somebody asked to keep them.
 */
export async function retainersOf(
  runtime: Runtime,
  { files }: Observation,
  members: readonly string[],
  kept: boolean,
): Promise<Seen> {
  const { objectGraph } = runtime
  if (objectGraph === undefined) return { retainers: [] }
  const found: (readonly Retainer[])[] = []
  const unseen: string[] = []
  for (const path of members.flatMap((key) => (files.get(key) ?? []).flat()).filter(objectGraph.is)) {
    try {
      found.push(await objectGraph.retainers(path))
    } catch (error) {
      // What was damaged says nothing of anything: all of the diagnostic run is of no use.
      if (!(error instanceof FormatError) || error.kind !== 'not-supported') throw error
      unseen.push(error.message)
    } finally {
      if (!kept) await rm(path, { force: true })
    }
  }
  const retainers = ofAllProcesses(found)
  const [why] = unseen
  return retainers.length > 0 || why === undefined ? { retainers } : { retainers, unseen: why }
}

/** Processes of a pool hold the same by the same names: it is told once, of what is new in all of them. */
export function ofAllProcesses(found: readonly (readonly Retainer[])[]): readonly Retainer[] {
  // The share of each is of its own process: its bytes tell how much that is.
  const total = found.reduce((sum, [first]) => sum + totalOf(first), 0)
  const byPath = new Map<string, Retainer>()
  for (const one of found.flat()) {
    const bytes = one.bytes + (byPath.get(one.path)?.bytes ?? 0)
    byPath.set(one.path, { ...one, bytes, share: total === 0 ? one.share : bytes / total })
  }
  return [...byPath.values()].toSorted((a, b) => b.share - a.share)
}

const totalOf = (one: Retainer | undefined): number =>
  one === undefined || one.share === 0 ? 0 : one.bytes / one.share
