import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Runs `script NAME alone`, which installs into `home`, while nobody else does:
 * of two files of tests that ask for one at once the second waits, and finds it installed.
 */
export function alone(home, script, name) {
  mkdirSync(dirname(home), { recursive: true })
  execFileSync('flock', [`${home}.lock`, process.execPath, script, name, 'alone'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
