import { expect, it } from 'vitest'
import { advise } from '../../src/explain/advise.ts'
import type { Advice, Grown } from '../../src/runtimes/advice.ts'
import { advice as go } from '../../src/runtimes/go/advice/advice.ts'
import { advice as node } from '../../src/runtimes/node/advice.ts'

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
  ['a socket', node, { state: 'Socket' }, /^close the connection/],
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
