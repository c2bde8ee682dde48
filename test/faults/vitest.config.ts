import { defineConfig } from 'vitest/config'

// Most rows wait for something that hangs: several at once.
export default defineConfig({
  test: { include: ['test/faults/*.faults.ts'], testTimeout: 120_000, maxWorkers: 1, maxConcurrency: 8 },
})
