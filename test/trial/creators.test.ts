import { expect, it } from 'vitest'
import { handsOver } from '../../src/trial/creators.ts'
import type { TrialFrame } from '../../src/trial/trial.ts'

/** `sync.(*WaitGroup).Go`, `ants: (*worker).run` of a dependency, `shop: pay` of the project. */
function frame(text: string): TrialFrame {
  const [name = '', home = 'runtime'] = text.split(' @ ')
  const base = { function: name, site: name, file: 'f', line: 1 }
  if (home === 'runtime') return { ...base, location: { origin: 'runtime' } }
  if (home === 'project') return { ...base, location: { origin: 'project', path: 'f' } }
  return { ...base, location: { origin: 'dependency', package: home, version: null, path: null } }
}

it.each([
  [
    'a group that waits for all',
    'sync.(*WaitGroup).Go',
    ['sync.(*WaitGroup).Go.func1', 'shop.pay @ project'],
    true,
  ],
  [
    'a group of a dependency',
    'errgroup.(*Group).Go @ x/sync',
    ['errgroup.(*Group).Go.func1 @ x/sync', 'shop.pay @ project'],
    true,
  ],
  [
    'a pool',
    'ants.(*goWorker).run @ ants',
    ['ants.(*goWorker).run.func1 @ ants', 'shop.pay @ project'],
    true,
  ],
  [
    'one that hands over to another dependency',
    'conc.(*WaitGroup).Go @ conc',
    ['conc.(*WaitGroup).Go.func1 @ conc', 'kafka.read @ kafka'],
    true,
  ],
  [
    'a server that runs handlers',
    'net/http.(*Server).Serve',
    ['net/http.(*conn).serve', 'shop.handle @ project'],
    true,
  ],
  ['a client of its own', 'net/http.(*Transport).dialConn', ['net/http.(*persistConn).readLoop'], false],
  [
    'a dependency that runs its own',
    'kafka.New @ kafka',
    ['kafka.(*Reader).run @ kafka', 'runtime.gopark'],
    false,
  ],
  ['a dependency that starts what it was given', 'bus.On @ bus', ['shop.handle @ project'], true],
  ['the project', 'shop.Order @ project', ['shop.Order.func1 @ project', 'kafka.read @ kafka'], false],
] as const)('whether a creator only starts what others hand over: %s', (_, creator, stack, expected) => {
  expect(handsOver(frame(creator), stack.map(frame))).toBe(expected)
})
