import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { growthOf } from '../../../src/diff/growth.ts'
import { defaultFloors } from '../../../src/judge/constants.ts'
import { readUsage } from '../../../src/measure/process/usage.ts'

const programs = fileURLToPath(new URL('native', import.meta.url))
/** 50 operations of 16 KiB. */
const kept = 819_200

/** Bytes a round by which resident memory grows over eight rounds, the first two thrown away. */
async function grown(name: string, args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'native-test-'))
  try {
    execFileSync('go', ['build', '-o', join(folder, 'app'), `./${name}`], { cwd: programs })
    const program = spawn(join(folder, 'app'), args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const series: number[] = []
    for (let round = 0; round < 10; round++) {
      program.stdin.write('\n')
      await once(program.stdout, 'data')
      series.push(readUsage(program.pid ?? 0, folder)?.rssBytes ?? 0)
    }
    program.stdin.end()
    await once(program, 'close')
    return growthOf(series.slice(2)).steady
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.each(['cgo', 'mmap'])('memory of %s', (name) => {
  it('that is kept is resident memory, to a twentieth', async () => {
    const growth = await grown(name, ['keep'])
    expect(growth).toBeGreaterThan(0.95 * kept)
    expect(growth).toBeLessThan(1.05 * kept)
  })

  it('that is given back stays far below the floor', async () => {
    expect(await grown(name, [])).toBeLessThan(defaultFloors['rss-bytes'] / 4)
  })
})
