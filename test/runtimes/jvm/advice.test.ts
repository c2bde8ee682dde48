import { expect, it } from 'vitest'
import { advise } from '../../../src/explain/advise.ts'
import type { Grown } from '../../../src/runtimes/advice.ts'
import { advice } from '../../../src/runtimes/jvm/advice.ts'

const frame = (name: string, inProject = false) => ({ function: name, file: 'App.java', line: 7, inProject })

const grown = (about: Partial<Grown>): Grown => ({
  quantity: 'tasks',
  role: 'app',
  function: 'com.acme.App.watch',
  stack: [],
  state: 'WAITING (parking)',
  holders: [],
  parts: [],
  ...about,
})

function text(about: Partial<Grown>): string | undefined {
  return advise(advice, grown(about))
    .next?.map((phrase) => {
      if (typeof phrase === 'string') return phrase
      if ('place' in phrase) return `${phrase.place.file}:${phrase.place.line}`
      return 'code' in phrase ? phrase.code : phrase.function
    })
    .join('')
}

const idle = [
  'java.lang.Thread.run',
  'java.util.concurrent.ThreadPoolExecutor.getTask',
  'java.util.concurrent.LinkedBlockingQueue.take',
]

it.each([
  ['a thread of a pool that waits for work', idle.map((name) => frame(name)), /^shut the executor down/],
  [
    'a thread of a pool that works',
    [frame('java.util.concurrent.ThreadPoolExecutor.runWorker'), frame('com.acme.App.watch', true)],
    /^wake what com\.acme\.App\.watch waits for at App\.java:7/,
  ],
  ['a timer', [frame('java.util.TimerThread.mainLoop')], /^cancel the Timer/],
  [
    'a client of HTTP',
    [frame('jdk.internal.net.http.HttpClientImpl$SelectorManager.run')],
    /^share one client/,
  ],
  [
    'a loop that sleeps',
    [frame('com.acme.App.watch', true), frame('java.lang.Thread.sleep')],
    /^let the loop that sleeps end/,
  ],
  [
    'a read from a socket',
    [frame('com.acme.App.watch', true), frame('sun.nio.ch.NioSocketImpl.read')],
    /^close the connection/,
  ],
])('%s', (_, stack, order) => {
  expect(text({ stack })).toMatch(order)
})

it.each([
  ['static Shop.sessions → ConcurrentHashMap → Shop.Session', /^take out what was put into the map/],
  ['static Shop.all → ArrayList → Shop.Session', /^take out what was added/],
  [
    'static Shop.timer → ScheduledThreadPoolExecutor.workQueue → RunnableScheduledFuture[] → ScheduledThreadPoolExecutor.ScheduledFutureTask',
    /^cancel what was scheduled/,
  ],
  [
    'static Shop.pages → UnboundedLocalCache.UnboundedLocalManualCache → byte[]',
    /^take out what was put into the map/,
  ],
  ['static Shop.rules → ArrayList → class Shop.Rule', /^compile each script/],
  [
    'static Shop.shell → GroovyShell.loader → GroovyClassLoader.classCache → UnlimitedConcurrentCache',
    /^compile each script/,
  ],
  ['thread local Shop.current → HashMap → Shop.Session', /^call remove\(\) on the thread local/],
  ['static Shop.bus → Shop.Bus.listeners → ArrayList → Shop lambda', /^remove the listener/],
  ['static Shop.plugins → ArrayList → URLClassLoader', /^let go of what keeps the class loader/],
  [
    'static App.client → OkHttpClient.eventListenerFactory → MetricsEventListener.callState → ConcurrentHashMap → RealCall',
    /^take out what was put into the map/,
  ],
  ['running thread → Shop lambda', /^let the thread return/],
])('what is held by %s', (path, order) => {
  expect(text({ quantity: 'heap-bytes', state: null, holders: [{ path, why: 'holds' }] })).toMatch(order)
})

it('a file is closed on every way out', () => {
  expect(text({ quantity: 'files', state: null })).toMatch(
    /^close it on every way out: try \(var it = …\) does it/,
  )
})
