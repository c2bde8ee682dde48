// What the sources export, for scripts: bundled on the fly, since Node cannot read them as they are.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * What `contents` exports: export statements, with paths from the root of the repository.
 * @param {string} contents
 * @returns {Promise<any>}
 */
export async function bundled(contents) {
  const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-bench-'))
  const outfile = join(scratch, 'source.mjs')
  try {
    const stdin = { contents, resolveDir: root, loader: /** @type {const} */ ('ts') }
    await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
