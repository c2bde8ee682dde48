import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import { optionsOf } from '../../../src/runtimes/jvm/instrument/instrument.ts'

const folder = mkdtempSync(join(tmpdir(), 'another-user-'))
afterAll(() => rmSync(folder, { recursive: true }))

const isRoot = process.getuid?.() === 0
const hasJava = spawnSync('java', ['-version']).status === 0
const nobody = 65_534

it.skipIf(!isRoot || !hasJava)(
  'a JVM of another user is refused by name, and what to do about it is told',
  async () => {
    const sockets = join(folder, 'sockets')
    mkdirSync(sockets)
    for (const place of [folder, sockets]) chmodSync(place, 0o755)
    writeFileSync(join(folder, 'Stays.java'), stays)
    execFileSync('javac', ['-d', folder, join(folder, 'Stays.java')])
    const asker = join(folder, 'ask.mjs')
    await build({
      stdin: { contents: asks, resolveDir: resolve(import.meta.dirname, '../../..'), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: asker,
    })
    const program = spawn('java', ['-cp', folder, 'Stays'], {
      env: { ...process.env, JAVA_TOOL_OPTIONS: optionsOf(sockets, 'plain') },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    try {
      await new Promise((started) => program.stdout.once('data', started))
      const marker = join(sockets, readdirSync(sockets)[0] ?? '')
      const options = { encoding: 'utf8', cwd: folder } as const
      expect(execFileSync(process.execPath, [asker, marker], options)).toBe('answered')
      expect(execFileSync(process.execPath, [asker, marker], { ...options, uid: nobody, gid: nobody })).toBe(
        `refused: The JVM ${program.pid} runs as another user, and a JVM answers its own user and root alone. Run leakdiff as that user or as root, or start the program as the user that runs leakdiff.`,
      )
    } finally {
      program.kill('SIGKILL')
    }
  },
)

const stays = `public class Stays {
    public static void main(String[] a) throws Exception { System.out.println("stays"); Thread.sleep(60_000); }
}
`

const asks = `import { connect } from './src/runtimes/jvm/connect.ts'
try {
  const probe = await connect({ kind: 'socket', path: process.argv[2] })
  await probe.count()
  process.stdout.write('answered')
} catch (error) {
  process.stdout.write('refused: ' + error.message + ' ' + error.remedy)
}
`
