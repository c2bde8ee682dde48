import { expect, it } from 'vitest'
import { directoryOfProfiles } from '../../src/cli/profiles-flag.ts'

it.each([
  [
    ['--profiles', 'out'],
    ['--write-profiles', 'out'],
  ],
  [['--profiles=out/profiles'], ['--write-profiles=out/profiles']],
  [
    ['--profiles', 'http://127.0.0.1:6060/debug/pprof'],
    ['--profiles', 'http://127.0.0.1:6060/debug/pprof'],
  ],
  [
    ['--profiles', 'api: http://127.0.0.1:1/x'],
    ['--profiles', 'api: http://127.0.0.1:1/x'],
  ],
  [['--profiles'], ['--profiles']],
])('%j is read as %j', (given, read) => {
  expect(directoryOfProfiles(['node', 'cli', 'run', ...given])).toEqual(['node', 'cli', 'run', ...read])
})
