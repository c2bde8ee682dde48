import { type Advice, closeConnection } from '../advice.ts'

/**
 * What Python's people know: tasks that nobody awaits, threads that nobody joins,
 * sessions that nobody closes.
 */
export const advice: Advice = {
  next: [
    {
      of: ['tasks'],
      state: /^await asyncio\.sleep\b/,
      say: ['let the loop that sleeps end with its owner: keep the task, and cancel it then.'],
    },
    {
      of: ['tasks'],
      state: /^await /,
      inProject: true,
      say: ({ at, who }) => [
        'set what ',
        who,
        ' awaits',
        ...at,
        ' on every way out, or keep the task and cancel it when its owner ends.',
      ],
    },
    {
      of: ['tasks'],
      state: /^await /,
      say: ['keep the task, and cancel it when its owner ends.'],
    },
    {
      of: ['tasks'],
      state: /^queue\./,
      inProject: true,
      say: ({ at, who }) => [
        'put a last item that tells ',
        who,
        ...at,
        ' to end when its owner ends, and join the thread.',
      ],
    },
    {
      of: ['tasks'],
      state: /^(?:threading|concurrent\.futures|queue)\b/,
      say: ['let the thread return when its owner ends: set what it waits for then, and join it.'],
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
      holder: /\bLogger → handlers\b/,
      say: [
        'add the handler once, or take it off with ',
        { code: 'removeHandler' },
        ' when its owner goes away.',
      ],
    },
    {
      of: ['memory'],
      holder: /\bfinalize → _registry\b/,
      say: [
        'what ',
        { code: 'weakref.finalize' },
        ' was given lives as long as the object that it watches: register it once, or ',
        { code: 'detach' },
        ' it.',
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
