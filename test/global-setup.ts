import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * What tests ask for is installed before any does:
 * two files that did so at once would run what is still written.
 */
export function setup(): void {
  install('Node 24', 'install-node.mjs')
  install('pytest', 'install-python.mjs')
  install('Java', 'install-java.mjs')
}

function install(what: string, script: string): void {
  try {
    execFileSync(process.execPath, [join(import.meta.dirname, '../scripts', script)], { stdio: 'inherit' })
  } catch (error) {
    if (process.env.CI === 'true') throw error
    console.warn(`${what} could not be installed: tests that need it say so.`)
  }
}
