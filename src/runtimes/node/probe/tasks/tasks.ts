import { asyncWrapProviders, createHook, type HookCallbacks } from 'node:async_hooks'
import { createLiveTasks } from '../live.ts'
import { followOrigins } from './ancestry.ts'
import { type Captured, capture, creationText, withCallSites } from './creation.ts'
import { stopPromiseHooks, usesHooks } from './promises.ts'
import { createStackStore } from './stacks.ts'

/** The program's live timers and handles, by the stack that created them. */
export interface TaskTracker {
  /** Run our own code: nothing that it opens is counted. */
  ours<T>(run: () => T): T
  /** Leave out one handle of ours that Node opened by itself. */
  forget(asyncId: number): void
  /** Give every new task its stack and let go of what capturing held. To be called before each collection. */
  intern(): void
  /** Live tasks, network timers left out. Call `intern` first. */
  count(): number
  /** One JSON text `[type, frames]` for each stack with live tasks, and how many. */
  live(): Generator<readonly [text: string, count: number]>
  /** Bytes of array buffers that the tracker holds. */
  bytes(): number
}

/**
 * What is no task: promises (their cost is beyond reason),
 * Node's parsers and TLS states (one for every connection, which is counted itself), and entropy requests,
 * whose creation is hidden in a pool.
 */
const notTasks = new Set([
  'NONE',
  'PROMISE',
  'HTTPINCOMINGMESSAGE',
  'HTTPCLIENTREQUEST',
  'TLSWRAP',
  'ELDHISTOGRAM',
  'RANDOMBYTESREQUEST',
  'SIGINTWATCHDOG',
  'HEAPSNAPSHOT',
  'WORKERHEAPSNAPSHOT',
])
const taskTypes = new Set(
  ['Timeout', ...Object.keys(asyncWrapProviders)].filter((type) => !notTasks.has(type)),
)

/**
 * Captured stacks weigh a kilobyte each and keep functions alive:
 * in a round with more new tasks they are read at once.
 */
const mostCaptured = 20_000

interface Tracking {
  /** Told of every test of Node's own runner, before its fields are set. */
  readonly onTest?: ((test: object) => void) | undefined
  /** Follow what led to each task. */
  readonly origins: boolean
}

export function trackTasks({ onTest = () => {}, origins: follows }: Tracking): TaskTracker {
  const live = createLiveTasks()
  const stacks = createStackStore()
  let captured = new Map<number, Captured>()
  const led = new Map<number, readonly Captured[]>()
  let tasks = 0
  let ours = 0
  let sawPromise = false

  const init = (id: number, type: string, trigger: number, resource: object): void => {
    if (ours === 0 && type !== 'PROMISE') origins?.init(id, type, trigger)
    if (ours > 0 || !taskTypes.has(type)) {
      if (type === 'PROMISE') sawPromise = true
      else if (type === 'Test') onTest(resource)
      return
    }
    captured.set(id, capture(type, init))
    const before = origins?.of(trigger) ?? []
    if (before.length > 0) led.set(id, before)
    if (captured.size >= mostCaptured) intern()
  }
  const origins = follows ? followOrigins(init) : null
  const destroy = (id: number): void => {
    origins?.destroy(id)
    led.delete(id)
    if (captured.delete(id)) return
    const stack = live.take(id)
    if (stack < 0) return
    stacks.change(stack, -1)
    tasks--
  }
  const intern = (): void => {
    if (captured.size === 0) return
    const fresh = captured
    captured = new Map()
    withCallSites(() => {
      for (const [id, creation] of fresh) {
        const text = creationText(creation, led.get(id))
        if (text === null) continue
        const stack = stacks.intern(text)
        live.set(id, stack)
        stacks.change(stack, 1)
        tasks++
      }
    })
    led.clear()
  }
  enable({ init, destroy }, () => sawPromise)
  return {
    ours(run) {
      ours++
      try {
        return run()
      } finally {
        ours--
      }
    },
    forget: destroy,
    intern,
    count: () => tasks,
    live: stacks.live,
    bytes: () => live.bytes() + stacks.bytes(),
  }
}

/** Hooks for everything but promises, also where Node (before 24) does not know `trackPromises`. */
function enable(hooks: HookCallbacks, sawPromise: () => boolean): void {
  const alone = !usesHooks()
  // trackPromises is younger than the types we compile against.
  const options = { ...hooks, trackPromises: false }
  createHook(options).enable()
  Promise.resolve()
  if (sawPromise() && alone) stopPromiseHooks()
}
