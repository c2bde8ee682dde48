import { defineConfig } from 'vitest/config'

// Whole comparisons, which mostly wait for programs: several at once.
export default defineConfig({
  test: {
    include: ['test/whole/*.whole.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    maxConcurrency: 4,
  },
})
