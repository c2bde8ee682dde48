import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { jvmOf } from '../../../src/runtimes/jvm/attach/jvm.ts'
import { connect } from '../../../src/runtimes/jvm/connect.ts'
import { optionsOf } from '../../../src/runtimes/jvm/instrument/instrument.ts'
import { unreachable } from '../../../src/runtimes/jvm/instrument/unreachable.ts'

// Not below /tmp, which the JVM has one of its own of.
const folder = mkdtempSync('/var/tmp/jvm-namespace-')
afterAll(() => rmSync(folder, { recursive: true }))

const may = spawnSync('unshare', ['--mount', '--pid', '--fork', 'true']).status === 0
const hasJava = spawnSync('java', ['-version']).status === 0

it.skipIf(!may || !hasJava)(
  'a JVM with a file system and pids of its own, as in a container, is met through what /proc shows of it',
  async () => {
    writeFileSync(join(folder, 'Stays.java'), stays)
    execFileSync('javac', ['-d', folder, join(folder, 'Stays.java')])
    const sockets = join(folder, 'sockets')
    mkdirSync(sockets)
    const inside = `mount -t tmpfs none /tmp && exec java -cp ${folder} Stays`
    const environment = { ...process.env, JAVA_TOOL_OPTIONS: optionsOf(sockets, 'plain') }
    const child = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', inside], {
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    try {
      await new Promise((resolve) => child.stdout.once('data', resolve))
      const [marker = ''] = readdirSync(sockets)
      expect(marker).toBe('jvm-1-plain.sock')
      const probe = await connect({ kind: 'socket', path: join(sockets, marker) })
      const figures = await probe.count()
      expect(figures.find(({ quantity }) => quantity === 'heap-bytes')?.value).toBeGreaterThan(2_000_000)
      const { pid } = jvmOf(join(sockets, marker))
      expect(readFileSync(`/proc/${pid}/comm`, 'utf8').trim()).toBe('java')
      await probe.close()
      expect(existsSync('/tmp/.java_pid1')).toBe(false)
    } finally {
      child.kill('SIGKILL')
    }
  },
)

const stays = `public class Stays {
    static final byte[] kept = new byte[2_000_000];
    public static void main(String[] a) throws Exception { System.out.println(kept.length); Thread.sleep(60_000); }
}
`

it('tells OpenJ9 by the library of its JVM', async () => {
  const library = join(folder, 'libj9vm29.so')
  const some = readFileSync('/proc/self/maps', 'utf8').match(/\/\S+\/libm\.so\S*/)?.[0]
  copyFileSync(some ?? '', library)
  const child = spawn('sleep', ['30'], { env: { ...process.env, LD_PRELOAD: library } })
  try {
    await new Promise((resolve) => child.once('spawn', resolve))
    await expect.poll(() => unreachable(['java', '-jar', 'app.jar'], child.pid ?? 0)?.why).toMatch(/OpenJ9/)
  } finally {
    child.kill()
  }
})
