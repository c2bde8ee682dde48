import { defineConfig } from 'vitest/config'

// One browser for all pages; `PICTURES=folder` keeps what was seen.
export default defineConfig({
  test: {
    include: ['test/browser/*.browser.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
})
