import { rmSync } from 'node:fs'
import { join } from 'node:path'
import * as threads from 'node:worker_threads'
import type { ProbeAnswers, ProbeRequest } from '../protocol.ts'
import { sampleHeap } from './heap.ts'
import { quietV8 } from './quiet.ts'
import { createReader } from './readings.ts'
import { serve } from './server.ts'
import { createSnapshots } from './snapshots.ts'
import { trackTasks } from './tasks.ts'

export interface ProbeSettings {
  /** Directory for the probe's unix socket; short, as a socket's path may have 103 bytes. */
  readonly sockets: string
  /** Bytes between two heap samples. */
  readonly rate: number
  /** This script, by whose name our own frames are known. */
  readonly file: string
}

/** Measure this thread from now on, and answer on a socket named after the process and, in a worker, its thread. */
export function startProbe({ sockets, rate, file }: ProbeSettings): void {
  // The thread in which Node runs a program's module loaders; not known to older versions.
  if ((threads as { isInternalThread?: boolean }).isInternalThread) return
  if (threads.isMainThread) quietV8()
  const name = threads.isMainThread ? `node-${process.pid}` : `node-${process.pid}-w${threads.threadId}`
  const heap = sampleHeap(rate)
  const tasks = trackTasks()
  const reader = createReader(heap, tasks)
  const snapshots = createSnapshots({ name, rate, file, heap, tasks })

  const answer = async (request: ProbeRequest): Promise<ProbeAnswers[keyof ProbeAnswers]> => {
    if (request.do === 'collect') return await reader.collect()
    if (request.do === 'count') return await reader.count()
    if (request.do === 'snapshot') return await snapshots.write(request)
    throw new Error('The probe and leakdiff are of different versions.')
  }
  const socket = join(sockets, `${name}.sock`)
  rmSync(socket, { force: true })
  tasks.ours(() => serve(socket, tasks, answer))
}
