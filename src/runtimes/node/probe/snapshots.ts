import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import type { HeapProfiler } from 'node:inspector'
import { join } from 'node:path'
import type { ProbeRequest } from '../../line-protocol.ts'
import type { Heap } from './heap.ts'
import type { OpenedFiles } from './opened.ts'
import { createMapped, type Mapped } from './sources/mapped.ts'
import type { TaskTracker } from './tasks/tasks.ts'

/** The types that Node's declarations leave out; `ordinal` counts sampled allocations. */
interface SampledProfile extends HeapProfiler.SamplingHeapProfile {
  readonly samples?: readonly { readonly ordinal: number }[]
}

type SnapshotRequest = Extract<ProbeRequest, { do: 'snapshot' }>

interface SnapshotContext {
  readonly name: string
  readonly rate: number
  readonly file: string
  readonly heap: Heap
  readonly tasks: TaskTracker
  /** null: nobody follows who opens files. */
  readonly opened: OpenedFiles | null
}

const mostGraphed = 200e6

/**
 * Writes what lives after a round: sampled allocations with the rounds' boundaries,
 * and tasks by creation stack.
 */
export function createSnapshots({ name, rate, file, heap, opened, tasks }: SnapshotContext): {
  write(request: SnapshotRequest): Promise<readonly string[]>
} {
  // The highest ordinal at each round's snapshot: what has a higher one was born later.
  const boundaries = new Map<number, number>()

  const writeHeap = (path: string, round: number, profile: SampledProfile): void => {
    let highest = boundaries.get(round) ?? 0
    for (const { ordinal } of profile.samples ?? []) if (ordinal > highest) highest = ordinal
    boundaries.set(round, highest)
    const head = { format: 'leakdiff-node-heap', probe: file, rate, boundaries: [...boundaries] }
    writeFileSync(path, JSON.stringify({ ...head, ...profile }))
  }
  type Stacks = Iterable<readonly [text: string, count: number]>
  const writeStacks = (path: string, stacks: Stacks, mapped: Mapped | null): string => {
    const out = openSync(path, 'w')
    try {
      writeSync(out, '{"format":"leakdiff-node-tasks","stacks":[')
      let separator = ''
      for (const [text, count] of stacks) {
        writeSync(out, `${separator}[${count},${mapped?.text(text) ?? text}]`)
        separator = ','
      }
      writeSync(out, ']}')
    } finally {
      closeSync(out)
    }
    return path
  }
  let marked = 0
  /** Of a large heap it would take minutes and many times its memory. */
  const writeGraph = async (directory: string): Promise<readonly string[]> => {
    if (marked === 0 || process.memoryUsage().heapUsed > mostGraphed) return []
    const path = join(directory, `${name}.since-${marked}.heapsnapshot`)
    await heap.graph(path)
    return [path]
  }
  const writeProfiles = async (directory: string, round: number): Promise<readonly string[]> => {
    const paths = {
      heap: join(directory, `${name}.heap.json`),
      tasks: join(directory, `${name}.tasks.json`),
    }
    tasks.intern()
    await heap.collect()
    const profile: SampledProfile = await heap.profile()
    const mapped = createMapped(heap.maps(profile))
    mapped?.heap(profile.head)
    writeHeap(paths.heap, round, profile)
    writeStacks(paths.tasks, tasks.live(), mapped)
    const openedPath = join(directory, `${name}.files.json`)
    const files = opened === null ? [] : [writeStacks(openedPath, opened.live(), mapped)]
    return [paths.heap, paths.tasks, ...files]
  }
  return {
    async write({ directory, graph, round }) {
      const files = await writeProfiles(directory, round)
      if (graph === 'mark' && process.memoryUsage().heapUsed <= mostGraphed) marked = await heap.mark()
      if (graph !== 'write') return files
      // A profile that still lives while the objects are written is the largest of all that is new.
      await new Promise(setImmediate)
      return [...files, ...(await writeGraph(directory))]
    },
  }
}
