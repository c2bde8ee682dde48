import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fuzz, seedsOf } from './fuzz/run.ts'

// 100,000 of them: scripts/fuzz-profiles.mjs.
it('600 mutated profiles are read or refused', { timeout: 60_000 }, async () => {
  const { read, wrong } = await fuzz(seedsOf(join(import.meta.dirname, 'fixtures/set')), 0, 600)
  expect(wrong).toEqual([])
  expect(read).toBeGreaterThan(80)
})
