import { expect, it } from 'vitest'
import { readyPort } from '../../src/measure/ready/check.ts'
import { unlessElsewhere } from '../../src/measure/ready/elsewhere.ts'
import { whyNotReady } from '../../src/measure/ready/never-ready.ts'
import { timeLimits } from '../../src/time-limits.ts'

/** A check at port 4000 of a program that listens, second after second, on these ports. */
async function checked(answer: string | null, seconds: readonly (readonly number[])[]) {
  let second = 0
  const check = unlessElsewhere(async () => answer, {
    port: 4000,
    called: '$PORT (4000)',
    own: '4000',
    ports: () => seconds[second] ?? [],
    now: () => 1000 * second,
  })
  for (; second < seconds.length; second++) {
    const thrown = await check().then(
      () => null,
      (error: Error) => error.message,
    )
    if (thrown !== null) return [second, thrown]
  }
  return null
}
const limit = timeLimits.elsewhere / 1000
const long = <T>(ports: T) => Array.from({ length: limit + 5 }, () => ports)

it('a program that listens on another port is told within seconds, with its ports', async () => {
  expect(await checked('ECONNREFUSED', [[], [], ...long([9229, 3000])])).toEqual([
    limit + 2,
    '`start` listens on 3000, 9229, not on $PORT (4000), where `ready` looks.',
  ])
})

it.each([
  ['it listens where it should, and answers nothing yet', 'ECONNREFUSED', long([3000, 4000])],
  ['it does not listen yet', 'ECONNREFUSED', long([])],
  ['it answers with an error', 'status 503', long([3000])],
  ['it was found', null, long([3000])],
  ['it opens another port first', 'ECONNREFUSED', [[3000], [3000], [3000, 4000], ...long([4000])]],
])('it is waited for while %s', async (_, answer, seconds) => {
  expect(await checked(answer, seconds)).toBeNull()
})

it.each([
  [{ kind: 'url', url: 'http://127.0.0.1:$PORT/health' }, 5000],
  [{ kind: 'url', url: 'https://localhost/' }, 443],
  [{ kind: 'port', address: '[::1]:$PORT' }, 5000],
  [{ kind: 'port', address: 'db.example.com:5432' }, null],
  [{ kind: 'output', pattern: 'up', flags: '' }, null],
  [{ kind: 'probe' }, null],
] as const)('%j looks at port %s', (ready, port) => {
  expect(readyPort(ready, { PORT: '5000' })).toBe(port)
})

const atPort = { kind: 'port', address: '127.0.0.1:$PORT' } as const
const onOutput = { kind: 'output', pattern: 'up', flags: '' } as const

it.each([
  [
    'on another port',
    atPort,
    'ECONNREFUSED',
    [18089],
    ': `start` listens on 18089, not on $PORT (24932), where `ready` looks.',
    'Read PORT from the environment, or set `ready: 127.0.0.1:18089`. If it opens that port much later, let `ready` be a /regex/ on its output.',
  ],
  [
    'on $PORT while `ready` looks elsewhere',
    { kind: 'port', address: '127.0.0.1:8080' },
    'ECONNREFUSED',
    [24932],
    ': `start` listens on $PORT, not on 8080, where `ready` looks.',
    'Set `ready: 127.0.0.1:$PORT`.',
  ],
  [
    'on no port',
    atPort,
    'ECONNREFUSED',
    [],
    ': `ready` last found ECONNREFUSED.',
    'It listens on no port: have it listen on $PORT (24932), or give the program longer: `timeout: { ready: … }`.',
  ],
  [
    'where it should, with an error',
    { kind: 'url', url: 'http://127.0.0.1:$PORT/' },
    'status 503',
    [24932],
    ': `ready` last found status 503.',
    'Find out why `ready` gets this answer, or give the program longer: `timeout: { ready: … }`.',
  ],
  [
    'and prints something else',
    onOutput,
    'no line of its output matched',
    [3000],
    ': no line of its output matched.',
    'Have `start` print a line that `ready` matches, set `ready: 127.0.0.1:3000`, where it listens, or give the program longer: `timeout: { ready: … }`.',
  ],
] as const)(
  'a program that listens %s and is never ready is told why',
  (_, ready, answer, ports, why, remedy) => {
    expect(whyNotReady(ready, answer, { environment: { PORT: '24932' }, ports })).toEqual({ why, remedy })
  },
)
