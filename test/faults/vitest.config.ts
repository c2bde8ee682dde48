import { defineConfig } from 'vitest/config'

// What takes long, and mostly waits: several at once; measured once more as whole comparisons are.
export default defineConfig({
  test: {
    include: ['test/faults/*.faults.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    maxConcurrency: 8,
    retry: 1,
  },
})
