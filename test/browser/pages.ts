import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderHtml } from '../../src/report/page/page.ts'
import { parseResult } from '../../src/report/render/json.ts'
import type { Result } from '../../src/report/result.ts'
import { renderTrendPage } from '../../src/report/trend/page.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { type Row, rising, trialOf } from '../judge/trials.ts'
import { advised } from '../report/advised.ts'
import { options, resultOf } from '../report/results.ts'
import { stepped } from '../report/stepped.ts'
import { hugeTrials } from './huge.ts'

const root = join(import.meta.dirname, '../..')
const script = readFileSync(join(root, 'dist/page.js'), 'utf8')
const about = {
  date: '2026-11-26T10:20:30.000Z',
  pullRequest: 412,
  runUrl: 'https://github.com/acme/node/actions/runs/7',
}

/** Trials behind a result: their totals are its own, their stacks made up of the names that it tells. */
function trialsOf({ workloads }: Result, stacks: readonly (readonly string[])[]): readonly Trial[] {
  return workloads.flatMap((workload) => {
    const heap = workload.totals.find(({ quantity }) => quantity === 'heap-bytes')
    const [was, is] = [heap?.base?.perRound ?? 0, heap?.head.perRound ?? 0]
    const made = (side: 'base' | 'head', number: number, rounds: number) => {
      const totals = workload.totals.map((total): Row => {
        const step = side === 'head' ? total.head.perRound : (total.base?.perRound ?? 0)
        return { role: total.role, quantity: total.quantity as Row['quantity'], series: rising(step, rounds) }
      })
      const [role] = totals.map((row) => row.role)
      const sites = stacks.map((stack, i): Row => {
        const step = side === 'base' ? was / stacks.length : i % 7 === 6 ? -is / 50 : (0.4 * is) / (i + 1)
        return {
          ...(role ? { role } : {}),
          quantity: 'heap-bytes',
          series: rising(step, rounds, 9_000),
          stack,
        }
      })
      return { ...trialOf(side, number, [...totals, ...sites]), workload: workload.name }
    }
    return [made('base', 1, 8), made('head', 1, 8), made('base', 2, 24), made('head', 2, 24)]
  })
}

const someStacks = [
  ['main.main', 'p2p.(*Switch).DialPeerWithAddress', 'p2p.newPeerFromConnAndConfig', 'p2p.newChannel'],
  ['main.main', 'p2p.(*Switch).DialPeerWithAddress', 'p2p.newPeerFromConnAndConfig', 'bufio.NewWriterSize'],
  ['main.main', 'p2p.(*Switch).DialPeerWithAddress', 'mempool.(*Reactor).AddPeer'],
  ['main.main', 'rpc.(*Server).Serve', 'rpc.handle', 'json.Marshal'],
  ['main.main', 'rpc.(*Server).Serve', 'rpc.handle', 'log.Printf'],
  ['main.main', 'state.(*Store).Save'],
  ['main.main', 'cache.(*LRU).Remove'],
]

const nodeStacks = [
  ['parserOnIncoming', 'emit', 'server', 'order', 'Basket.<fields>'],
  ['parserOnIncoming', 'emit', 'server', 'order', 'Basket'],
  ['parserOnIncoming', 'emit', 'server', 'order', 'EventEmitter.on', '_addListener'],
  ['processTicksAndRejections', 'afterWriteDispatched', 'onFinish'],
]

const captured = (name: string): Result =>
  advised(parseResult(readFileSync(join(root, 'test/leaks', name, 'result.json'), 'utf8')))

function many(): Result {
  const red = resultOf('tendermint-red')
  return {
    ...red,
    workloads: red.workloads.map((w) => ({
      ...w,
      findings: Array.from({ length: 60 }, (_, i) => ({
        ...(w.findings[0] as (typeof w.findings)[number]),
        id: i.toString(16).padStart(12, '0'),
        function: `shop.(*Order).step${i}`,
      })),
    })),
  }
}

const accepting = (result: Result): Result => ({
  ...result,
  workloads: result.workloads.map((w) => ({
    ...w,
    findings: w.findings.map((f) => ({
      ...f,
      accept: [{ site: f.function ?? f.role, quantity: f.quantity, upTo: 120 }],
    })),
  })),
})

const paged = (result: Result, trials: readonly Trial[]): string =>
  renderHtml(accepting(result), { ...options, about, trials, script, acceptUntil: '2027-02-21' })

/** The pages that readers meet, by name. */
export const pages: Readonly<Record<string, () => string>> = {
  clean: () => paged(resultOf('pass'), trialsOf(resultOf('pass'), [])),
  'one leak': () => paged(resultOf('tendermint-red'), trialsOf(resultOf('tendermint-red'), someStacks)),
  many: () => paged(many(), trialsOf(many(), someStacks)),
  undecided: () => paged(resultOf('suspect'), trialsOf(resultOf('suspect'), someStacks)),
  fixed: () => paged(resultOf('fixed'), trialsOf(resultOf('fixed'), [])),
  huge: () => paged(resultOf('heap-red'), hugeTrials(resultOf('heap-red'))),
  'of Node': () => paged(captured('node-listener'), trialsOf(captured('node-listener'), nodeStacks)),
  'of Python': () => paged(captured('python-map'), []),
  trend: () =>
    renderTrendPage(stepped(), {
      repository: 'acme/node',
      repositoryUrl: 'https://github.com/acme/node',
      branch: 'main',
      command: 'npx leakdiff history --html trend.html',
      date: about.date,
      script,
      version: '0.1.0',
    }),
}

export const hostile = (): string =>
  paged(
    resultOf('hostile'),
    trialsOf(resultOf('hostile'), [['<img src=x onerror=alert(1)>', '</script><script>alert(2)</script>']]),
  )
