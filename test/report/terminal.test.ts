import { describe, expect, it } from 'vitest'
import { renderTerminal } from '../../src/report/render/terminal.ts'
import { options, resultOf, situations } from './results.ts'

describe('a terminal', () => {
  it.each(situations)('shows all of %s on one screen, the verdict last', (situation) => {
    const result = resultOf(situation)
    for (const width of [80, 100]) {
      const lines = renderTerminal(result, { ...options, width })
        .trimEnd()
        .split('\n')
      expect(lines.length).toBeLessThanOrEqual(24)
      expect(lines.filter((line) => /leakdiff: /.test(line))).toHaveLength(1)
      expect(lines.slice(-3).join(' ')).toMatch(/(✅|❌|⚠️) leakdiff: /)
    }
  })

  it('colours the verdict by what it is', () => {
    const last = (situation: string) =>
      renderTerminal(resultOf(situation), { ...options, color: true })
        .trimEnd()
        .split('\n\n')
        .at(-1)
    expect(last('pass')).toContain('\u001b[32m')
    expect(last('tendermint-red')).toContain('\u001b[31m')
    expect(last('suspect')).toContain('\u001b[33m')
  })
})
