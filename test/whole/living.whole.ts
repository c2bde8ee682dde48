import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Diagnosis, diagnoseLiving } from '../../src/measure/diagnose/diagnostic-run.ts'
import { measureTrial } from '../../src/measure/run-trial.ts'
import { node } from '../../src/runtimes/node/index.ts'
import { installedProbe, instrument } from '../../src/runtimes/node/instrument.ts'
import { fixtures, openTestSandbox } from '../measure/sandbox.ts'

const program = `import { serve } from './serve.mjs'

const sessions = new Map()
class Session { constructor() { this.lines = new Array(20_000).fill(0.5) } }
serve(() => void sessions.set(sessions.size, new Session()))
`

it('a program that was measured tells who holds what grows, without another start', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'living-test-'))
  using sandbox = openTestSandbox()
  try {
    cpSync(join(fixtures, 'serve.mjs'), join(directory, 'serve.mjs'))
    writeFileSync(join(directory, 'keeps-sessions.mjs'), program)
    const seen: Diagnosis[] = []
    const request = sandbox.request(
      { start: 'node keeps-sessions.mjs', settle: { quiet: 20, limit: 300 } },
      {
        stage: 'confirm',
        runtime: node,
        instrumentation: await instrument(installedProbe()),
        revision: { side: 'head', sha: 'a'.repeat(40), how: 'head', directory },
        headDirectory: directory,
      },
    )
    const trial = await measureTrial({
      ...request,
      afterwards: async (_, living) => void seen.push(await diagnoseLiving(request, living)),
    })
    expect(trial.failures).toEqual([])
    expect(trial.drained).not.toBe(null)
    expect(seen[0]?.failure).toBe(null)
    expect(seen[0]?.roles[0]?.retainers[0]).toMatchObject({ path: expect.stringContaining('sessions') })
    expect(seen[0]?.roles[0]?.retainers[0]?.share).toBeGreaterThan(0.5)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
})
