import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { instrument } from '../../../src/runtimes/node/instrument.ts'
import { isPackageManager } from '../../../src/runtimes/node/probe/package-manager.ts'
import {
  ensureProbe,
  instrumented,
  nodes,
  programs,
  type Running,
  series,
  start,
  steps,
  versionOf,
} from './program.ts'

const scratch: string[] = []
const temporary = (name = 'ld-'): string => {
  scratch.push(mkdtempSync(join(tmpdir(), name)))
  return scratch.at(-1) ?? ''
}
let running: Running | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
  for (const directory of scratch.splice(0)) rmSync(directory, { recursive: true, force: true })
})

describe.each(nodes.map((executable) => ({ executable, version: versionOf(executable) })))(
  'the probe in Node $version',
  ({ executable }) => {
    it('changes nothing that a program sees of its process, and lets it end', async () => {
      const run = async (env: NodeJS.ProcessEnv): Promise<{ stdout: string; stderr: string }> =>
        promisify(execFile)(executable, [join(programs, 'tells-what-it-sees.cjs')], {
          env: { ...process.env, ...env },
        })
      const sockets = temporary()
      const alone = await run({})
      const measured = await run((await instrumented()).runEnv('first', sockets))
      expect(measured).toEqual(alone)
      expect(JSON.parse(alone.stdout)).toMatchObject({
        context: 'context',
        uncaught: 'on purpose',
        beforeExit: true,
      })
      // The socket goes with the process, unless it was killed.
      expect(readdirSync(sockets)).toEqual([])
    })

    it('does nothing without its switch', async () => {
      const { NODE_OPTIONS } = (await instrumented()).runEnv('first', '/nowhere')
      const program = 'console.log(process.moduleLoadList.includes("NativeModule inspector"))'
      const env = { ...process.env, NODE_OPTIONS, LEAKDIFF_SOCKETS: '' }
      expect(execFileSync(executable, ['-e', program], { env }).toString()).toBe('false\n')
    })

    it('leaves the context of an agent loaded before it, and the program’s own stack format', async () => {
      running = await start('tells-its-context.cjs', [], {
        executable,
        env: { NODE_OPTIONS: `--require ${join(programs, 'keeps-context.cjs')}` },
      })
      expect(steps(await series(running, 'tasks', 3))).toEqual([1, 1])
      // Three of the program's own errors and this one's:
      // reading our stacks has called its formatter for none of ours.
      expect(await running.round()).toBe('from before 5 mine: x')
    })

    it('says on the standard error why it cannot measure, and lets the program run', async () => {
      const env = { ...process.env, ...(await instrumented()).runEnv('first', join(temporary(), 'gone')) }
      const { stdout, stderr } = await promisify(execFile)(executable, ['-e', 'console.log("runs")'], { env })
      expect(stdout).toBe('runs\n')
      expect(stderr).toContain('leakdiff: this process cannot be measured')
    })
  },
)

it('is loaded from a path with spaces, quotes and backslashes', async () => {
  const directory = join(temporary(), 'a "b" \\c d')
  mkdirSync(directory)
  copyFileSync(await ensureProbe(), join(directory, 'node.cjs'))
  const sockets = temporary()
  const env = { ...process.env, ...(await instrument(join(directory, 'node.cjs'))).runEnv('first', sockets) }
  const program = 'console.log(fs.readdirSync(process.env.LEAKDIFF_SOCKETS).length)'
  expect(execFileSync(process.execPath, ['-e', program], { env }).toString()).toBe('1\n')
})

it('that ends with its program, or is asked nonsense, is an error that names the probe', async () => {
  running = await start('leaks-timers.cjs')
  const probe = await running.probe()
  await expect(probe.snapshot(join(running.sockets, 'absent'), { round: 1, dump: false })).rejects.toThrow(
    'ENOENT',
  )
  running.child.kill('SIGSTOP')
  const answer = probe.count()
  running.child.kill('SIGKILL')
  await expect(answer).rejects.toThrow(`node-${running.child.pid}.sock broke off`)
  await expect(probe.collect()).rejects.toThrow(UserError)
})

it('is not in package managers, only in the program that they start', async () => {
  const project = temporary()
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ scripts: { start: 'node leaks-timers.cjs 2' } }),
  )
  copyFileSync(join(programs, 'leaks-timers.cjs'), join(project, 'leaks-timers.cjs'))
  const npm = execFileSync('bash', ['-c', 'type -P npm']).toString().trim()
  chmodSync(project, 0o755)
  running = await start('npm start', [], { command: [npm, 'start', '--silent'], cwd: project })
  const probes = await running.probes(1)
  expect([...probes.keys()]).toHaveLength(1)
  expect([...probes.keys()]).not.toContain(`node-${running.child.pid}.sock`)
  running.child.stdin?.end()
})

it.each([
  ['/usr/bin/npm', true],
  ['/usr/lib/node_modules/npm/bin/npm-cli.js', true],
  ['/usr/lib/node_modules/npm/bin/npx-cli.js', true],
  ['/usr/lib/node_modules/corepack/dist/pnpm.js', true],
  ['/home/me/app/.yarn/releases/yarn-4.9.1.cjs', true],
  ['/home/ann/.cache/node/corepack/v1/pnpm/9.1.0/bin/pnpm.cjs', true],
  ['/usr/local/bin/yarn', true],
  ['/home/me/npm/server.js', false],
  ['/home/me/app/npm-mirror.js', false],
  ['/home/me/app/yarn-shop/index.js', false],
  [undefined, false],
])('%s is a package manager: %s', (program, expected) => {
  expect(isPackageManager(program)).toBe(expected)
})
