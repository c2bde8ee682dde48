import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { commonFramesOf } from '../../src/explain/common-frame.ts'
import { type DiagnosedRole, momentOf } from '../../src/measure/diagnose/diagnostic-run.ts'
import type { Frame } from '../../src/profile/profile.ts'
import { go } from '../../src/runtimes/go/index.ts'
import type { Location } from '../../src/runtimes/runtime.ts'

let locate: (frame: Frame) => Location

beforeAll(async () => {
  locate = await go.locator({ root: import.meta.dirname, directory: import.meta.dirname })
})

/** From the captures after the first and the sixth round. */
function captured(side: 'leaky' | 'fixed', dump = `${side}-6`): DiagnosedRole {
  const read = (name: string) => go.parse(name, readFileSync(join(import.meta.dirname, 'fixtures', name)))
  const framed = (frame: Frame) => ({ ...frame, site: go.site(frame), location: locate(frame) })
  const moment = (heap: string, tasks: string) =>
    momentOf(go, [...read(`${heap}.heap.pb.gz`), ...read(`${tasks}.goroutines.txt`)], framed)
  return {
    name: 'bin/node',
    before: moment(`${side}-1`, `${side}-1`),
    after: moment(`${side}-6`, dump),
    period: 4096,
    retainers: [],
  }
}

const told = (role: DiagnosedRole) =>
  [...commonFramesOf(role)].map(([names, { frame, share }]) => [
    names.split('\0')[0]?.split('.').at(-1),
    frame.function.split('/').at(-1),
    share,
  ])

describe('Tendermint of 2018', () => {
  it('joins the peers to the goroutines that wait: one candidate, by the call that dialled', () => {
    expect(told(captured('leaky'))).toEqual([
      ['broadcastTxRoutine', 'p2p.(*Switch).DialPeerWithAddress', expect.closeTo(0.98, 1)],
    ])
  })

  it('is not fooled before it has settled: what sleeps for two seconds did not stay from the first round on', () => {
    expect(told(captured('leaky', 'leaky-6-unsettled')).map(([root]) => root)).toEqual(['broadcastTxRoutine'])
    expect(told(captured('fixed', 'fixed-6-unsettled'))).toEqual([])
  })

  it('says nothing of the release without the leak', () => {
    expect(told(captured('fixed'))).toEqual([])
  })
})

describe('a creator whose stack Go prints with inlined calls', () => {
  const frame = (site: string) => ({
    function: site,
    file: 'main.go',
    line: 1,
    site,
    location: { origin: 'project', path: 'main.go' } as const,
  })
  const stack = (...sites: string[]) => sites.map(frame)
  const waiting = (ids: number[], ...ancestors: string[]) => ({
    stack: stack('main.wait'),
    value: ids.length,
    ids,
    parents: [],
    ancestry: [stack(...ancestors)],
  })
  const role = (...ancestors: string[]): DiagnosedRole => ({
    name: 'server',
    before: { heap: [], files: [], native: [], tasks: [waiting([1], ...ancestors)] },
    after: {
      heap: [{ stack: stack('main.serve', 'main.order', 'main.newPage'), value: 9000 }],
      files: [],
      native: [],
      tasks: [waiting([1, 2, 3], ...ancestors)],
    },
    period: 512,
    retainers: [],
  })

  it('is joined across a frame that is not there', () => {
    // As Go 1.26 prints main.serve → main.order → main.start, where main.order and main.newPage are inlined.
    expect(told(role('main.newPage', 'main.serve', 'main.start'))).toEqual([['wait', 'main.serve', 1]])
    expect(told(role('main.serve', 'main.newPage', 'main.order', 'main.start'))).toEqual([
      ['wait', 'main.order', 1],
    ])
  })

  it('is told by the call of the project, not by the runner around it that made a little besides', () => {
    const { after, ...rest } = role('ginkgo.runNode', 'shop_test.init', 'shop.Order')
    const heap = [
      { stack: stack('ginkgo.runNode', 'shop_test.init', 'shop.Order'), value: 17_200 },
      { stack: stack('main.wait'), value: 17_600 },
      { stack: stack('ginkgo.runNode', 'ginkgo.report'), value: 1_500 },
    ]
    expect(told({ ...rest, after: { ...after, heap } })).toEqual([
      ['wait', 'shop.Order', expect.closeTo(0.47, 2)],
    ])
  })

  it('is of what the project called first, not of what the middleware around it did for each request', () => {
    const { after, ...rest } = role('chi.Timeout', 'main.order', 'main.start')
    const library = (site: string) => ({ ...frame(site), location: { origin: 'runtime' } as const })
    const heap = [
      { stack: [...stack('chi.Timeout'), library('context.WithTimeout')], value: 12_000 },
      { stack: [...stack('chi.Timeout', 'main.order'), library('context.WithCancel')], value: 9_000 },
      { stack: stack('chi.Timeout', 'main.order', 'main.newPage'), value: 9_000 },
    ]
    const [found] = commonFramesOf({ ...rest, after: { ...after, heap } }).values()
    expect(found?.frame.function).toBe('main.order')
    expect(found?.through).toEqual(['context.WithCancel', 'context.WithTimeout'])
  })

  it('is not joined to what another call made', () => {
    expect(told(role('main.tick', 'main.start'))).toEqual([])
  })
})
