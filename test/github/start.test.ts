import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../harness/toolchain.ts'

/** All that Node reads before the first line of `entry` runs: itself and what it imports outright. */
function loadedAtStart(entry: string, known: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const text = readFileSync(join(root, 'dist', entry), 'utf8')
  const loaded = new Map([...known, [entry, text]])
  const imports = text.matchAll(/^(?:import|export|\}) ?(?:[^;'"]*from )?"\.\/([^"]+\.mjs)"/gm)
  for (const [, file = ''] of imports)
    if (!loaded.has(file)) for (const [name, its] of loadedAtStart(file, loaded)) loaded.set(name, its)
  return loaded
}

test.each(['action.mjs', 'cli.mjs'])('%s reads little before it starts', (entry) => {
  const loaded = loadedAtStart(entry)
  const text = [...loaded.values()].join('\n')
  for (const heavy of ['undici', 'yaml', '@octokit/core', '@actions/artifact'])
    expect(text, heavy).not.toContain(`// node_modules/${heavy}/`)
  // Half a megabyte takes Node about 20 ms of CPU to read and compile.
  expect(text.length).toBeLessThan(512 * 1024)
})
