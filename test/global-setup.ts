import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Node 24 is installed before any test asks for it:
 * two files that did so at once would run a binary that is still written.
 */
export function setup(): void {
  try {
    execFileSync(process.execPath, [join(import.meta.dirname, '../scripts/install-node.mjs')], {
      stdio: 'inherit',
    })
  } catch (error) {
    if (process.env.CI === 'true') throw error
    console.warn('Node 24 could not be installed: tests that need it say so.')
  }
}
