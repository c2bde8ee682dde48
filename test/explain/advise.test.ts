import { expect, it } from 'vitest'
import { advise } from '../../src/explain/advise.ts'
import type { Advice, Grown } from '../../src/runtimes/advice.ts'
import { advice as go } from '../../src/runtimes/go/advice/advice.ts'
import { advice as node } from '../../src/runtimes/node/advice/advice.ts'
import { advice as python } from '../../src/runtimes/python/advice.ts'

const call = (name: string, file = 'main.go') => ({ function: name, file, line: 7, inProject: true })

const grown = (about: Partial<Grown>): Grown => ({
  quantity: 'tasks',
  role: 'app',
  function: 'main.work',
  stack: [call('main.work')],
  state: null,
  holders: [],
  parts: [],
  ...about,
})

const text = (advice: Advice, about: Partial<Grown>): string | null =>
  advise(advice, grown(about))
    .next?.map((phrase) => {
      if (typeof phrase === 'string') return phrase
      if ('place' in phrase) return `${phrase.place.file}:${phrase.place.line}`
      return 'code' in phrase ? phrase.code : phrase.function
    })
    .join('') ?? null

const held = (path: string) => [{ path, why: 'holds' }]
const files = [{ quantity: 'files', role: 'app', function: null }]

it.each<[string, Advice, Partial<Grown>, RegExp | null]>([
  [
    'a wait of the project',
    go,
    { state: 'chan send' },
    /^give the channel room for what main\.work sends at main\.go:7/,
  ],
  [
    'the same wait of a dependency',
    go,
    { state: 'chan send', stack: [{ ...call('lib.f'), inProject: false, inDependency: true }] },
    null,
  ],
  // A channel has no name in a trace: it is told by where the goroutine waits for it,
  // not by where one is closed.
  [
    'a wait for what is received',
    go,
    {
      state: 'chan receive',
      stack: [
        call('main.Close', 'close.go'),
        call('main.work'),
        { ...call('runtime.chanrecv'), inProject: false },
      ],
      through: ['main.Close'],
    },
    /^close the channel, or cancel the context, for which main\.work waits at main\.go:7, on every way out of what owns it\.$/,
  ],
  [
    'a loop that waits for a ticker and for its end',
    go,
    { state: 'select', through: ['time.NewTicker'] },
    /^end the loop that waits for the ticker when its owner ends, by a channel or a context; Stop alone does not/,
  ],
  [
    'a loop that waits for one of many channels',
    go,
    { state: 'select' },
    /^have one case of the select at main\.go:7 come true when the owner of main\.work ends: close that channel/,
  ],
  [
    'what a call began that says how it ends',
    go,
    { state: 'select', through: ['context.WithCancel'] },
    /^call what context\.WithCancel returns/,
  ],
  [
    'a lock beside such a call',
    go,
    { state: 'sync.Mutex.Lock', through: ['context.WithCancel'] },
    /^unlock on every way out/,
  ],
  [
    'a logging handler of each request',
    python,
    { quantity: 'heap-bytes', holders: held('shop.log → Logger → handlers → list → Handler') },
    /^add the handler once, or take it off with removeHandler/,
  ],
  [
    'what a finalizer was given',
    python,
    { quantity: 'heap-bytes', holders: held('weakref.finalize → finalize → _registry → dict → _Info') },
    /^what weakref\.finalize was given lives as long as/,
  ],
  [
    'a callback of a signal',
    python,
    { quantity: 'heap-bytes', holders: held('shop.ordered → Signal → receivers → list → method') },
    /^disconnect the callback/,
  ],
  [
    'a task that awaits another',
    python,
    { state: 'await follow', stack: [call('watch', 'shop.py')] },
    /^set what watch awaits at shop\.py:7 on every way out/,
  ],
  ['a connection', node, { state: 'TCPWRAP' }, /^close the connection/],
  ['a child process', node, { state: 'PROCESSWRAP' }, /^end the child process/],
  ['a compression stream', node, { state: 'ZLIB' }, /^end the stream/],
  // What functions and packages are called says nothing of what they do.
  ['a timer of a socket', node, { state: 'Timeout', function: 'openSocket' }, /^clear the timer/],
  ['a watcher called timeout', node, { state: 'FSEVENTWRAP', function: 'timeoutLoop' }, /^close the watcher/],
  ['a request that ends by itself', node, { state: 'FSREQCALLBACK', function: 'serverTimeout' }, null],
  ...[
    'example.com/observer.Watch',
    'github.com/valyala/fasthttp.(*workerPool).Start.func2',
    'x.timeoutLoop',
  ].map((name): [string, Advice, Partial<Grown>, RegExp | null] => [
    `a loop called ${name}`,
    go,
    { state: 'sleep', function: name, stack: [call(name)] },
    /^have \S+ return when its owner ends/,
  ]),
  [
    'a dependency that sleeps, called after what it serves',
    go,
    {
      state: 'sleep',
      function: 'github.com/valyala/fasthttp.(*Server).Serve',
      stack: [
        { ...call('github.com/valyala/fasthttp.(*Server).Serve'), inProject: false, inDependency: true },
      ],
    },
    null,
  ],
  [
    'a body that is not closed',
    go,
    { state: 'select', function: 'net/http.(*persistConn).readLoop' },
    /^close the body/,
  ],
  [
    'an idle connection of a client',
    go,
    { state: 'IO wait', function: 'net/http.(*persistConn).readLoop' },
    /^make one client/,
  ],
  [
    'a body that is not closed, as a part of another finding',
    go,
    {
      ...{ state: 'IO wait', function: 'net/http.(*conn).serve' },
      parts: [
        { quantity: 'tasks', role: 'app', function: 'net/http.(*persistConn).readLoop', state: 'select' },
      ],
    },
    /^close the body/,
  ],
  ...(
    [
      ['net.(*TCPListener).Accept', /^close the listener/],
      ['net.(*conn).Read', /^close the connection/],
      ['os.(*File).Read', /^close the pipe/],
      ['os/exec.(*Cmd).Wait', /^end the command/],
    ] as const
  ).map(([name, next]): [string, Advice, Partial<Grown>, RegExp] => [
    `a wait in ${name}`,
    go,
    { state: 'IO wait', stack: [call('main.work'), { ...call(name), inProject: false }] },
    next,
  ]),
  [
    'a timer that holds',
    node,
    { quantity: 'heap-bytes', holders: held('timer list → Timeout → f') },
    /^clear the timer/,
  ],
  [
    'a promise that holds',
    node,
    { quantity: 'heap-bytes', holders: held('jobs → Promise → reaction') },
    /^a promise/,
  ],
  ['a promise far up its path', node, { quantity: 'heap-bytes', holders: held('Promise → a → b → c') }, null],
  ['a cache that holds', node, { quantity: 'heap-bytes', holders: held('sessions → Map') }, null],
  [
    'a holder of memory that comes with files',
    node,
    { quantity: 'heap-bytes', holders: held('timer list → Timeout → f'), parts: files },
    null,
  ],
])('%s', (_, advice, about, expected) => {
  if (expected === null) expect(text(advice, about)).toBeNull()
  else expect(text(advice, about)).toMatch(expected)
})

it('a state that proves the leak is told without its mark', () => {
  const { proof } = advise(go, grown({ state: 'chan receive (leaked)' }))
  expect(proof?.state).toBe('chan receive')
  expect(advise(go, grown({ state: 'chan receive' })).proof).toBeUndefined()
})

it('a connection that is served is told by that, not by its wait', () => {
  const about = { function: 'net/http.(*conn).serve', state: 'IO wait' }
  expect(advise(go, grown(about)).now?.[0]).toMatch(/^serves a connection/)
  expect(advise(go, grown({ state: 'IO wait' })).now).toBeUndefined()
})

it('a handle is told in words, an unknown one by its name', () => {
  expect(advise(node, grown({ state: 'PROCESSWRAP' })).kind).toBe('a child process')
  expect(advise(node, grown({ state: 'SOMETHINGNEW' })).kind).toBeUndefined()
  expect(advise(node, grown({ state: 'constructor' })).kind).toBeUndefined()
})
