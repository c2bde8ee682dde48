import { jestChange, repeatJest } from './tests/jest-runner.ts'
import { mochaChange, repeatMocha } from './tests/mocha-runner.ts'
import { changeModule } from './tests/module-text.ts'
import { createNodeRunner } from './tests/node-runner.ts'
import type { TestWatch } from './tests/test-session.ts'
import { repeatVitest } from './tests/vitest-runner.ts'

/** @public by require() */
export interface TestWatcher {
  /** Told of every test of Node's own runner as it is made. */
  readonly onTest: (test: object) => void
  /** To be called once, before the program begins. */
  readonly start: (watch: TestWatch) => void
}

/**
 * Waits for the tests of Node's own runner, or of vitest, and has them repeated.
 * @public by require()
 */
export function createTestWatcher(): TestWatcher {
  const runner = createNodeRunner()
  return {
    onTest: runner.onTest,
    start: (watch) => {
      runner.start(watch)
      if (isTool(process.argv[1])) {
        repeatJest(watch)
        repeatMocha(watch)
        changeModule({ jest: jestChange, mocha: mochaChange })
      }
      repeatVitest(watch)
    },
  }
}

/** Whether a program is a command that was installed: the processes of jest and mocha are. */
const isTool = (program = ''): boolean => program.replaceAll('\\', '/').includes('/node_modules/')
