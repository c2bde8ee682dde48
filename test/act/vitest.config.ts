import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/act/*.act.ts'], testTimeout: 300_000, hookTimeout: 300_000, maxWorkers: 1 },
})
