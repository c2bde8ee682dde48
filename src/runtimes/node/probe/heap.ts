import { closeSync, openSync, writeSync } from 'node:fs'
import { type HeapProfiler, Session } from 'node:inspector'
import { type MapsInMemory, mapsInMemory, pathOf, scriptsOf } from './sources/in-memory.ts'

export interface Heap {
  /** One collection, awaited: V8 answers later, and an answer not awaited gives figures full of garbage. */
  collect(): Promise<void>
  profile(): Promise<HeapProfiler.SamplingHeapProfile>
  /** Numbers all objects, and returns the highest number: what is born later has a higher one. */
  mark(): Promise<number>
  /** The maps of scripts in this profile that were compiled in memory; null: none was. */
  maps(profile: HeapProfiler.SamplingHeapProfile): MapsInMemory | null
  /** Paths of all scripts that were loaded. */
  scripts(): readonly string[]
  /** Writes all objects and references, as V8's heap snapshot. */
  graph(path: string): Promise<void>
}

/** Live allocations are sampled from here on, one in about `rate` bytes. */
export function sampleHeap(rate: number): Heap {
  const session = new Session()
  session.connect()
  session.post('HeapProfiler.enable')
  session.post('HeapProfiler.startSampling', { samplingInterval: rate })
  const done = (method: 'HeapProfiler.startTrackingHeapObjects' | 'HeapProfiler.stopTrackingHeapObjects') =>
    new Promise<void>((resolve, reject) => {
      session.post(method, (error: Error | null) => (error ? reject(refusal(error)) : resolve()))
    })
  return {
    scripts: () => scriptsOf(session).map(({ url }) => pathOf(url)),
    maps: ({ head }) => mapsInMemory(session, head),
    mark: async () => {
      let highest = 0
      session.on('HeapProfiler.lastSeenObjectId', ({ params }) => {
        highest = Math.max(highest, params.lastSeenObjectId)
      })
      await done('HeapProfiler.startTrackingHeapObjects')
      await done('HeapProfiler.stopTrackingHeapObjects')
      session.removeAllListeners('HeapProfiler.lastSeenObjectId')
      return highest
    },
    graph: (path) => {
      const file = openSync(path, 'wx', 0o600)
      session.on('HeapProfiler.addHeapSnapshotChunk', ({ params }) => void writeSync(file, params.chunk))
      return new Promise<void>((resolve, reject) => {
        session.post('HeapProfiler.takeHeapSnapshot', (error) => {
          session.removeAllListeners('HeapProfiler.addHeapSnapshotChunk')
          closeSync(file)
          if (error) reject(refusal(error))
          else resolve()
        })
      })
    },
    collect: () =>
      new Promise((resolve, reject) => {
        session.post('HeapProfiler.collectGarbage', (error) => (error ? reject(refusal(error)) : resolve()))
      }),
    profile: () =>
      new Promise((resolve, reject) => {
        session.post('HeapProfiler.getSamplingProfile', (error, result) =>
          error ? reject(refusal(error)) : resolve(result.profile),
        )
      }),
  }
}

const refusal = (error: Error): Error => new Error(`V8 refused: ${error.message}`)
