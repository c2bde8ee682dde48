import { type Advice, clearTimer, removeListener } from '../../advice.ts'
import { handleRules, handleWords } from './handles.ts'

/** What Node's people know: what never holds a cache, namely timers, listeners and promises. */
export const advice: Advice = {
  next: [
    ...handleRules,
    { of: ['memory'], holder: /^timer list(?: →|$)/, say: clearTimer },
    {
      of: ['memory'],
      holder: /(?:^| → )Promise(?: → [^→]+){0,2}$/,
      say: [
        'a promise that does not settle keeps all that wait for it, ',
        { code: 'Promise.race' },
        ' too: settle it, or wait for it once alone.',
      ],
    },
    { of: ['memory'], holder: /(?:^| → )(?:_events|kEvents|Listener)(?: →|$)/, say: removeListener },
  ],
  now: [],
  states: handleWords,
}
