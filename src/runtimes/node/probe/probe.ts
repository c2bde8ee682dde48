import { rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import * as threads from 'node:worker_threads'
import type { ProbeAnswers, ProbeRequest } from '../../line-protocol.ts'
import { probeVariables } from '../protocol.ts'
import { sampleHeap } from './heap.ts'
import { followFiles } from './opened.ts'
import { quietV8 } from './quiet.ts'
import { createReader } from './readings.ts'
import { type Answer, serve } from './server.ts'
import { createSnapshots } from './snapshots.ts'
import { trackTasks } from './tasks/tasks.ts'
import type { TestSession } from './tests/test-session.ts'

interface ProbeSettings {
  /** Directory for the probe's unix socket; short, as a socket's path may have 103 bytes. */
  readonly sockets: string
  /** Bytes between two heap samples. */
  readonly rate: number
  /** This script, by whose name our own frames are known. */
  readonly file: string
  /** null: the program is measured; else only tests are, below this directory. */
  readonly tests: string | null
  /** null: the program is measured; else it is only diagnosed, for this. */
  readonly goal: string | null
}

/**
 * Measure this thread from now on, and answer on a socket named after the process and, in a worker,
 * its thread.
 * @public by require()
 */
export function startProbe({ sockets, rate, file, tests, goal }: ProbeSettings): void {
  // The thread in which Node runs a program's module loaders; not known to older versions.
  if ((threads as { isInternalThread?: boolean }).isInternalThread) return
  if (threads.isMainThread) quietV8()
  const name = threads.isMainThread ? `node-${process.pid}` : `node-${process.pid}-w${threads.threadId}`
  const heap = sampleHeap(rate)
  const watch = tests === null ? null : testWatcher(file)
  const tasks = trackTasks({ onTest: watch?.onTest, origins: goal !== null })
  const opened = goal === 'openers' ? followFiles() : null
  const reader = createReader(heap, tasks)
  const snapshots = createSnapshots({ name, rate, file, heap, opened, tasks })

  const answer = async (request: ProbeRequest): Promise<ProbeAnswers[keyof ProbeAnswers]> => {
    if (request.do === 'collect') return await reader.collect()
    if (request.do === 'count') return await reader.count()
    if (request.do === 'heap') return await reader.objects()
    if (request.do === 'snapshot') return await snapshots.write(request)
    throw new Error('The probe and leakdiff are of different versions.')
  }
  const listen = (path: string, answering: Answer, lasting: boolean): void => {
    rmSync(path, { force: true })
    tasks.ours(() => serve(path, tasks, answering, lasting))
  }
  if (watch === null || tests === null) {
    listen(join(sockets, `${name}.sock`), answer, false)
    return
  }
  let sessions = 0
  watch.start({
    directory: tests,
    ours: tasks.ours,
    begin: (session) => {
      // What tests start must not wait for rounds.
      delete process.env[probeVariables.sockets]
      const isOurs = (path: string): boolean => path.startsWith(`${dirname(file)}/`)
      const theirs = () => heap.scripts().filter((path) => !isOurs(path))
      const loaded = () => theirs().map((path) => relative(tests, path))
      listen(join(sockets, `${name}-t${++sessions}.sock`), sessionAnswer(session, loaded, answer), true)
    },
  })
}

const sessionAnswer =
  (session: TestSession, loaded: () => readonly string[], otherwise: Answer): Answer =>
  async (request) => {
    if (request.do === 'name') return { name: session.name, goesOn: session.goesOn }
    if (request.do === 'round') return await session.round()
    if (request.do === 'files') return loaded()
    if (request.do === 'leave') session.leave()
    else if (request.do === 'end') session.end()
    else return await otherwise(request)
    return null
  }

/**
 * Beside this script and not in it: what runs below a frame of this script is ours,
 * and left out of every profile.
 */
function testWatcher(file: string): import('./tests.ts').TestWatcher {
  const { createTestWatcher } = require(join(dirname(file), 'node-tests.cjs')) as typeof import('./tests.ts')
  return createTestWatcher()
}
