import { defineConfig } from 'vitest/config'

// Whole comparisons, which mostly wait for programs: several at once. Programs that are really measured are
// undecided up to 5 times in 1,000 (docs/judge.md), which is right of one and too much of hundreds:
// what is not as expected is measured once more, and .ci/run tells at its end what was.
export default defineConfig({
  test: {
    include: ['test/whole/*.whole.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    maxConcurrency: 4,
    retry: 1,
  },
})
