import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { jvmOf } from '../../../src/runtimes/jvm/attach/jvm.ts'
import { optionsOf } from '../../../src/runtimes/jvm/instrument/instrument.ts'
import { createHolders } from '../../../src/runtimes/jvm/trace/holders.ts'

const folder = mkdtempSync(join(tmpdir(), 'killed-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.skipIf(spawnSync('java', ['-version']).status !== 0)(
  'a program that is killed within a heap dump has ended, and what it wrote of its memory is gone',
  async () => {
    const sockets = join(folder, 'sockets')
    mkdirSync(sockets)
    writeFileSync(join(folder, 'Keeps.java'), keeps)
    execFileSync('javac', ['-d', folder, join(folder, 'Keeps.java')])
    const program = spawn('java', ['-Xmx400m', '-cp', folder, 'Keeps'], {
      env: { ...process.env, JAVA_TOOL_OPTIONS: optionsOf(sockets, 'plain') },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise((started) => program.stdout.once('data', started))
    const jvm = jvmOf(join(sockets, readdirSync(sockets)[0] ?? ''))
    const dump = join(folder, `jvm-${jvm.pid}.hprof`)
    const read = createHolders(jvm).read('mark', { bytes: 3e8, objects: 1, classes: [] }, folder)
    const told = expect(read).rejects.toThrow(`The JVM ${jvm.pid} ended during GC.heap_dump.`)
    while (!existsSync(dump)) await sleep(1)
    program.kill('SIGKILL')
    await told
    expect(existsSync(dump)).toBe(false)
  },
)

const keeps = `public class Keeps {
    static final Object[] kept = new Object[300];
    public static void main(String[] a) throws Exception {
        for (int i = 0; i < kept.length; i++) kept[i] = new byte[1_000_000];
        System.out.println("kept");
        Thread.sleep(60_000);
    }
}
`
