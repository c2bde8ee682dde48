import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { clean, type Ended, serverOf } from '../cli/project.ts'
import { type Fault, keys } from './fault.ts'
import { argumentsOf, type Place, placeOf, runIn } from './place.ts'

const failed = { verdict: 'inconclusive', status: 3 } as const
const passed = { verdict: 'pass', status: 0 } as const

/** Whoever may not mount in a namespace of his own cannot see these rows. */
const namespace = [['-m'], ['-Urm']].find((flags) => spawnSync('unshare', [...flags, 'true']).status === 0)
export const mounts = namespace !== undefined
const unshare = `unshare ${namespace?.join(' ')} bash -c`

// What the row leaves in the folder for temporary files is seen before the mount goes with its namespace.
const onSmallDisk = (size: string) =>
  `${unshare} 'mount -t tmpfs -o size=${size} tmpfs "$TMPDIR" && "$@"; status=$?; ls -A "$TMPDIR" >"$TMPDIR.left"; cp -r "$TMPDIR" "$TMPDIR.disk"; exit $status' row "$@"; status=$?; cp -r "$TMPDIR.disk/." "$TMPDIR"; exit $status`
const readOnly = `${unshare} 'mount --bind . . && mount -o remount,ro,bind . && cd "$PWD" && exec "$@"' row "$@"`

/** The machine, its clock and its disk, and leakdiff itself. */
export const ofTheMachine: readonly Fault[] = [
  {
    what: 'the disk is full when the commits are checked out',
    place: () => placeOf({ ...clean, ...keys({}), big: 'x'.repeat(3_000_000) }, { more: 'x' }),
    mounts: true,
    start: { shell: onSmallDisk('2m') },
    verdict: 'none',
    status: 3,
  },
  {
    what: '`setup` fills the disk',
    head: keys({ setup: 'head -c 100M /dev/zero >big' }),
    mounts: true,
    start: { shell: onSmallDisk('2m') },
    ...failed,
  },
  {
    what: 'a round fills the disk on which profiles are written',
    head: { 'drive.sh': `${serverOf('')['drive.sh']}head -c 100M /dev/zero >"$LEAKDIFF_DIR/big" || true\n` },
    mounts: true,
    start: { shell: onSmallDisk('2m') },
    ...failed,
  },
  {
    what: 'the clock jumps by days, forth and back',
    run: (place) => {
      const jumps = join(place.temporary, '../jumps.cjs')
      writeFileSync(jumps, clockJumps)
      return runIn(place, { environment: { NODE_OPTIONS: `--require ${jumps}` } })
    },
    ...passed,
  },
  { what: 'leakdiff was killed (SIGKILL); the next start cleans up', run: killedBefore, ...passed },
  { what: 'two runs in one repository at once', run: twoAtOnce, ...passed },
  {
    what: 'the checkout is read-only',
    mounts: true,
    start: { shell: readOnly },
    verdict: 'none',
    status: 2,
  },
]

const clockJumps = `const now = Date.now
let calls = 0
Date.now = () => now() + (++calls % 2 === 0 ? 1 : -1) * 3 * 86_400_000
`

/** A run that is killed in its first round, and one after it. */
async function killedBefore(place: Place): Promise<Ended> {
  const [cli = '', ...args] = argumentsOf(place)
  const first = execa('node', [cli, ...args], { cwd: place.checkout, reject: false, env: place.environment })
  let seen = ''
  first.stderr.on('data', (chunk: Buffer) => {
    seen += chunk.toString()
  })
  while (!seen.includes('round 2')) await sleep(20)
  first.kill('SIGKILL')
  await first
  return await runIn(place)
}

async function twoAtOnce(place: Place): Promise<Ended> {
  const [one, other] = await Promise.all([
    runIn(place, { args: ['--json', join(place.temporary, '../other.json')] }),
    runIn(place),
  ])
  return one.status === 0 ? other : one
}
