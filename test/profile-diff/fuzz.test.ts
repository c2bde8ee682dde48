import { expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/source.ts'
import { fuzz } from './fuzz/run.mjs'

// 100,000 of them: scripts/fuzz-profiles.mjs.
it('600 mutated profiles are read or refused', { timeout: 60_000 }, async () => {
  const { read, wrong } = await fuzz({ from: 0, to: 600, diffProfiles, sourceOf, UserError })
  expect(wrong).toEqual([])
  expect(read).toBeGreaterThan(100)
})
