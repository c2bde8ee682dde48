import { spawnSync } from 'node:child_process'
import { afterAll, expect, test } from 'vitest'
import { openTestSandbox } from './sandbox.ts'

const sandbox = openTestSandbox()
afterAll(() => sandbox[Symbol.dispose]())

// On a machine of one's own a program may be absent; where everything is checked it must not.
const absent = ['npm', 'make'].filter((program) => spawnSync(program, ['--version']).status !== 0)
if (absent.length > 0) console.warn(`skipped: no ${absent.join(', ')} here`)
const skip = process.env.CI === undefined && absent.length > 0

test.skipIf(skip).concurrent.each(['npm start', 'make run', 'env sh -c "nice make serve; true"'])(
  '`%s` is no role, what it runs is',
  async (start) => {
    const trial = await sandbox.measure({ start: `cd wrapped && ${start}` })
    expect(trial.failures).toEqual([])
    expect(trial.roles).toEqual([{ name: 'node start.mjs', started: true, seen: 'probe', processes: 1 }])
    expect(trial.notes).toEqual([])
  },
)
