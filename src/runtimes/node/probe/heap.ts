import { type HeapProfiler, Session } from 'node:inspector'

export interface Heap {
  /** One collection, awaited: V8 answers later, and an answer not awaited gives figures full of garbage. */
  collect(): Promise<void>
  profile(): Promise<HeapProfiler.SamplingHeapProfile>
}

/** Live allocations are sampled from here on, one in about `rate` bytes. */
export function sampleHeap(rate: number): Heap {
  const session = new Session()
  session.connect()
  session.post('HeapProfiler.enable')
  session.post('HeapProfiler.startSampling', { samplingInterval: rate })
  return {
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
