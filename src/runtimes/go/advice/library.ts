import type { AdviceRule, Kind, Sentence } from '../../advice.ts'

/** What is held; a goroutine that waits for anything but a channel does not end by what is said of these. */
const held: readonly Kind[] = ['files', 'threads', 'memory']
const channel = /^(?:chan receive|select)/

const cancel: AdviceRule['say'] = ({ through }) => [
  'call what ',
  through,
  ' returns on every way out: ',
  { code: 'defer cancel()' },
  '.',
]
const cancelable = /^context\.With(?:Cancel|Timeout|Deadline)/
const ticker = /^time\.(?:NewTicker|Tick)$/

const closeBody: Sentence = [
  'close the body of the response on every way out, errors included: ',
  { code: 'defer response.Body.Close()' },
  '.',
]

/** What a call of the standard library made, when that call says how it ends. */
export const library: readonly AdviceRule[] = [
  // A client's connection waits for its body to be read or closed, or for the next request.
  { of: ['tasks'], is: /^select(?: \(leaked\))? net\/http\.\(\*persistConn\)\.readLoop$/, say: closeBody },
  {
    of: ['tasks'],
    is: /^IO wait net\/http\.\(\*persistConn\)\.readLoop$/,
    say: [
      'make one client, with one transport, and share it: each keeps its idle connections open until ',
      { code: 'CloseIdleConnections' },
      '.',
    ],
  },
  { of: ['tasks'], state: channel, through: cancelable, say: cancel },
  { of: held, through: cancelable, say: cancel },
  {
    of: ['tasks'],
    state: channel,
    through: ticker,
    say: [
      'end the loop that waits for the ticker when its owner ends, by a channel or a context; ',
      { code: 'Stop' },
      ' alone does not end it.',
    ],
  },
  { of: held, through: ticker, say: ['stop the ticker on every way out.'] },
  {
    // Waits of other kinds often have a timer beside them.
    of: held,
    through: /^time\.(?:AfterFunc|NewTimer|After)$/,
    say: ['stop the timer on every way out, as soon as it is no longer needed.'],
  },
]
