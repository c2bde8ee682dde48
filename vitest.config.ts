import { defineConfig } from 'vitest/config'

// Rooms whose tests are pure share their modules: a third of the suite's time was importing them again for each file.
const pure = ['configure', 'diff', 'explain', 'judge', 'profile', 'profile-diff', 'report', 'trial'].map(
  (room) => `test/${room}/**/*.test.ts`,
)
// Their programs are really measured, as those of test/whole are: on CI what is not as expected is run once more,
// and .ci/run tells at its end what was.
const again = process.env.CI ? 1 : 0
// On a new machine the first builds of Go compile its standard library anew.
const limits = { testTimeout: 180_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    maxWorkers: 2,
    maxConcurrency: 8,
    reporters: process.env.CI ? ['default', 'github-actions'] : ['default'],
    projects: [
      { test: { ...limits, name: 'pure', include: pure, isolate: false } },
      { test: { ...limits, name: 'processes', retry: again, include: ['test/**/*.test.ts'], exclude: pure } },
    ],
  },
})
