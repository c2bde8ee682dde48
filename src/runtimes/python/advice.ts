import { type Advice, closeConnection } from '../advice.ts'

/** What Python's people know: tasks that nobody awaits, threads that nobody joins, sessions that nobody closes. */
export const advice: Advice = {
  next: [
    {
      of: ['tasks'],
      state: /^await (?:asyncio\.sleep\b|asyncio\.timeouts)/,
      say: ({ who, at }) =>
        ['let the loop in ', who, at, ' end with its owner: keep the task, and cancel it then.'].flat(),
    },
    {
      of: ['tasks'],
      state: /^await /,
      say: ({ who, at }) =>
        [
          'set what ',
          who,
          ' awaits',
          at,
          ' on every way out, or keep the task and cancel it when its owner ends.',
        ].flat(),
    },
    {
      of: ['tasks'],
      state: /^(?:queue\.)/,
      say: ({ who, at }) =>
        ['put a last item that tells ', who, at, ' to end when its owner ends, and join the thread.'].flat(),
    },
    {
      of: ['tasks'],
      state: /^(?:threading|concurrent\.futures)/,
      say: ({ who, at }) =>
        [
          'let ',
          who,
          at,
          ' return when its owner ends: set what it waits for there, and join the thread.',
        ].flat(),
    },
    { of: ['tasks'], state: /^(?:socket|ssl|http|selectors|socketserver)\b/, say: closeConnection },
    {
      of: ['files', 'memory'],
      holder:
        /\b(?:ClientSession|TCPConnector|AsyncClient|HTTPTransport|PoolManager|HTTPAdapter|Session → adapters)\b/,
      say: [
        'close the client session when its work ends: ',
        { code: 'async with' },
        ' or ',
        { code: 'with' },
        ' does it on every way out.',
      ],
    },
    {
      of: ['memory'],
      holder: /\blru_cache\b/,
      say: [
        'give the cache a ',
        { code: 'maxsize' },
        '; on a method its entries keep every ',
        { code: 'self' },
        ' that it was called with.',
      ],
    },
    {
      of: ['memory'],
      holder:
        /(?:^|\. ?|→ )(?:\w+\.)?(?:_?callbacks|_?receivers|_?handlers|_?listeners|_?observers|_?subscribers)\b|→ (?:Signal|ModelSignal)\b/,
      say: ['disconnect the callback when its owner goes away.'],
    },
    {
      of: ['memory'],
      holder: /\batexit\b|\b_?exitstack|ExitStack\b/i,
      say: [
        'what is registered for the end of the program stays until then: register it once, or unregister it.',
      ],
    },
    {
      of: ['files'],
      say: ['close the file or socket on every way out: ', { code: 'with' }, ' does it, errors included.'],
    },
  ],
  now: [],
}
