import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { commit, init, run } from '../checkout/repositories.ts'
import { clean, serverOf } from '../cli/project.ts'
import { type Fault, keys } from './fault.ts'
import { clonePlace, emptyFolder, type Place, placeOf } from './place.ts'

const passed = { verdict: 'pass', status: 0 } as const

const quick = { ...clean, ...keys({}) }
const origin = (base: Readonly<Record<string, string>> = quick): Place => placeOf(base, { more: 'x' })

/** Repositories that are not as most are. */
export const ofRepositories: readonly Fault[] = [
  {
    what: 'a path with spaces, quotes and a newline',
    place: () => placeOf(quick, { more: 'x' }, `it's a "check\nout"`),
    ...passed,
  },
  {
    what: 'a directory of the workload with spaces and quotes',
    place: () => {
      const nested = Object.entries(clean).map(([path, text]) => [`it's "here"/${path}`, text] as const)
      const directory = keys({ directory: `"it's \\"here\\""` })
      return placeOf({ ...Object.fromEntries(nested), ...directory }, { more: 'x' })
    },
    ...passed,
  },
  {
    what: 'the workload changes its worktree, and makes folders read-only',
    head: keys({
      setup: 'rm -rf .git; echo changed >drive.bak; mkdir cache; echo x >cache/x; chmod -R a-w cache',
    }),
    ...passed,
  },
  { what: 'submodules', place: withSubmodule, note: 'submodules', ...passed },
  {
    what: 'Git LFS pointers in the place of files',
    head: {
      '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
      'model.bin': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`,
    },
    note: 'lfs-pointers',
    ...passed,
  },
  {
    what: 'a shallow clone that lacks base',
    place: () => clonePlace(origin(), ['--depth=1']),
    ...passed,
  },
  {
    what: 'a partial clone',
    place: () => clonePlace(origin(), ['--filter=blob:none']),
    ...passed,
  },
  {
    what: 'no network for a base that is not here',
    place: () => offline(clonePlace(origin(), ['--depth=1'])),
    verdict: 'none',
    status: 3,
  },
  {
    what: "no network for the files of a partial clone's base",
    place: () =>
      offline(
        clonePlace(placeOf({ ...quick, 'old.txt': 'old' }, { 'old.txt': 'new' }), ['--filter=blob:none']),
      ),
    verdict: 'none',
    status: 3,
  },
  {
    what: 'a repository that belongs to another user',
    start: { environment: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } },
    verdict: 'none',
    status: 2,
  },
]

function withSubmodule(): Place {
  const library = init(emptyFolder())
  commit(library, 'library', { 'index.mjs': serverOf('')['server.mjs'] ?? '' })
  const place = placeOf(quick, { more: 'x' })
  const add = ['-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', `file://${library}`, 'library']
  execFileSync('git', add, { cwd: place.checkout })
  return { ...place, head: commit(place.checkout, 'submodule') }
}

function offline(place: Place): Place {
  run(place.checkout, 'remote', 'set-url', 'origin', 'https://127.0.0.1:1/none.git')
  rmSync(join(place.checkout, '.git/FETCH_HEAD'), { force: true })
  return place
}
