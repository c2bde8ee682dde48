import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import { node } from '../../../src/runtimes/node/index.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'leakdiff-maps-')))
afterAll(() => rmSync(root, { recursive: true }))

const source = `interface Order {
  readonly number: number
}

const past: Order[] = []

export function order(number: number): void {
  past.push({ number })
}
`
mkdirSync(join(root, 'src'))
writeFileSync(join(root, 'src/shop.ts'), source)
writeFileSync(join(root, 'src/main.ts'), "import { order } from './shop.ts'\n\norder(1)\n")

/** The built file, and where the locator finds one of its lines. */
async function built(name: string, options: { sourcemap: 'inline' | true | false; minify?: boolean }) {
  const outfile = join(root, 'dist', name)
  buildSync({ entryPoints: [join(root, 'src/main.ts')], bundle: true, format: 'esm', outfile, ...options })
  const locate = await node.locator({ root, directory: root })
  const lines = readFileSync(outfile, 'utf8').split('\n')
  return (text: string) => {
    const line = lines.findIndex((one) => one.includes(text)) + 1
    return locate({ function: 'order', file: outfile, line })
  }
}

it.each(['inline', true] as const)('finds the source of a bundle by its map (%s)', async (sourcemap) => {
  const at = await built(`${sourcemap}.mjs`, { sourcemap })
  expect(at('past.push')).toEqual({ origin: 'project', path: 'src/shop.ts', line: 8 })
  expect(at('function order')).toEqual({ origin: 'project', path: 'src/shop.ts', line: 7 })
})

it('keeps to the file that ran without a map, and where a line holds many of the source', async () => {
  const plain = await built('plain.mjs', { sourcemap: false })
  expect(plain('past.push')).toEqual({ origin: 'project', path: 'dist/plain.mjs' })
  const small = await built('small.mjs', { sourcemap: true, minify: true })
  expect(small('push')).toEqual({ origin: 'project', path: 'dist/small.mjs' })
})

it('is not led astray by a map that is broken, missing or leads out of the project', async () => {
  const maps = ['//# sourceMappingURL=none.map', '//# sourceMappingURL=data:application/json;base64,e30=']
  const outside = { version: 3, sources: ['/etc/passwd'], names: [], mappings: 'AAAA' }
  writeFileSync(join(root, 'outside.map'), JSON.stringify(outside))
  for (const [index, end] of [...maps, '//# sourceMappingURL=outside.map'].entries()) {
    const file = join(root, `astray-${index}.js`)
    writeFileSync(file, `order()\n${end}\n`)
    const locate = await node.locator({ root, directory: root })
    const found = locate({ function: 'order', file, line: 1 })
    expect(found).toEqual({ origin: 'project', path: `astray-${index}.js` })
  }
})
