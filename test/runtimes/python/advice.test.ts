import { expect, it } from 'vitest'
import { advise } from '../../../src/explain/advise.ts'
import type { Grown } from '../../../src/runtimes/advice.ts'
import { advice } from '../../../src/runtimes/python/advice.ts'

const grown = (about: Partial<Grown>): Grown => ({
  quantity: 'heap-bytes',
  role: 'python app.py',
  function: 'order',
  stack: [{ function: 'order', file: 'app.py', line: 7, inProject: true }],
  state: null,
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

it.each([
  ['a client session of aiohttp', 'app.sessions → list → ClientSession', /^close the client session when/],
  ['a pool of urllib3', 'app.session → Session → adapters → OrderedDict → HTTPAdapter', /^close the client/],
  [
    'a cache without a bound',
    'shop.Price → Price → of → lru_cache → dict → tuple',
    /^give the cache a maxsize/,
  ],
  ['a receiver of a signal', 'shop.views.ordered → Signal → receivers → list', /^disconnect the callback/],
  ['a handler of a logger', 'logging.root → Logger → handlers → list', /^add the handler once/],
])('%s', (_, path, order) => {
  expect(text({ holders: [{ path, why: 'holds' }] })).toMatch(order)
})

it.each([
  ['a thread that waits for a queue', 'queue.Queue.get', /^put a last item that tells order at app\.py:7/],
  ['a task that sleeps', 'await asyncio.sleep', /^let the loop that sleeps end/],
  ['a task that waits for an event', 'await asyncio.Event.wait', /^set what order awaits at app\.py:7/],
  ['a thread that reads a socket', 'socket.recv', /^close the connection/],
])('%s', (_, state, order) => {
  expect(text({ quantity: 'tasks', state })).toMatch(order)
})
