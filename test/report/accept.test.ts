import { describe, expect, it } from 'vitest'
import { configInput, loadConfig } from '../../src/configure/load.ts'
import { acceptUntil } from '../../src/report/narrative/accept.ts'
import { renderComment } from '../../src/report/render/markdown.ts'
import { renderTerminal } from '../../src/report/render/terminal.ts'
import { options, resultOf } from './results.ts'

const leaking = resultOf('tendermint-red')
const withOffer = (site: string) => ({
  ...leaking,
  workloads: leaking.workloads.map((w) => ({
    ...w,
    findings: w.findings.map((f, i) => ({
      ...f,
      accept:
        i > 0
          ? []
          : [
              { site, quantity: 'tasks', upTo: 100 },
              { site, quantity: 'heap-bytes', upTo: 43_000_000 },
            ],
    })),
  })),
})

describe('accept it for now', () => {
  it.each(['mempool.(*MempoolReactor).broadcastTxRoutine', 'evil"\n  - x: ```</details>@acme #1'])(
    'is an entry that can be pasted, for %j',
    async (site) => {
      const text = renderComment(withOffer(site), { ...options, acceptUntil: '2027-02-21' })
      const [, yaml = ''] =
        /Accept it for now[\s\S]*?\n(`{3,})text\n([\s\S]*?)\n\1/.exec(text)?.slice(1) ?? []
      const started = yaml.replace(/^ {4}waivers:/m, '    start: ./a\n    round: ./b\n    waivers:')
      const config = await loadConfig({ root: '/', ...configInput(started), inputs: {}, defaultName: 'x' })
      expect(config.workloads[0]?.waivers).toMatchObject([
        {
          ...{ quantity: 'tasks', upTo: 100, unit: 'count', expires: '2027-02-21' },
          with: [{ quantity: 'heap-bytes', upTo: 43_000_000, unit: 'bytes' }],
        },
      ])
    },
  )

  it('stands on a terminal only for who asks', () => {
    expect(renderTerminal(withOffer('a.b'), { ...options, acceptUntil: '2027-02-21' })).toContain(
      'site: "a.b"',
    )
    expect(renderTerminal(withOffer('a.b'), options)).not.toContain('waivers:')
  })

  it('holds for 90 days', () => {
    expect(acceptUntil(new Date('2026-11-23T12:00:00Z'))).toBe('2027-02-21')
  })

  it('tells of waivers that ended, even when all is well', () => {
    const pass = resultOf('pass')
    const notes = [{ code: 'waiver-expired', text: 'The waiver of `x` ended.' }]
    const result = { ...pass, workloads: pass.workloads.map((w) => ({ ...w, notes })) }
    expect(renderComment(result, options)).toContain('ended')
  })
})
