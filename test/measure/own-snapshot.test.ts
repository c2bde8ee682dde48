import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ServerWorkload } from '../../src/configure/config.ts'
import { quantitiesOf } from '../../src/measure/profiles/own-snapshot.ts'
import { openTestSandbox, series } from './sandbox.ts'

const sandbox = openTestSandbox()
afterAll(() => sandbox[Symbol.dispose]())

// The programs are not instrumented: only what the command writes tells of them.
const instrumentation = {
  buildEnv: {},
  runEnv: () => ({ NODE_OPTIONS: `--require ${new URL('fixtures/probe.cjs', import.meta.url).pathname}` }),
}
const figures = `curl -sf http://127.0.0.1:$PORT/figures | sed 's/^{/{"round":1,/'`
const both = `${figures} >$LEAKDIFF_TASKS; cp $LEAKDIFF_TASKS $LEAKDIFF_HEAP`
const program = 'node leaks-one-task-per-round.mjs'
const measure = (snapshot: string, workload: Partial<ServerWorkload> = {}) =>
  sandbox.measure({ start: program, snapshot, rounds: 3, ...workload }, { instrumentation })

test('a command that writes profiles is asked after each round', async () => {
  const trial = await measure(both)
  expect(trial.failures).toEqual([])
  expect(trial.roles).toEqual([
    { name: 'node leaks-one-task-per-round.mjs', started: true, seen: 'probe', processes: 1 },
  ])
  const tasks = series(trial, 'tasks')
  expect(tasks.map((count) => count - (tasks[0] ?? 0))).toEqual([0, 1, 2])
  const bytes = series(trial, 'heap-bytes')
  expect(bytes.map((count) => count - (bytes[0] ?? 0))).toEqual([0, 4096, 8192])
})

test('what `start` runs before the program is not taken for it', async () => {
  const trial = await measure(both, { start: `sleep 0.3; exec ${program}`, ready: { kind: 'probe' } })
  expect(trial.failures).toEqual([])
  expect(trial.roles.map(({ name, started }) => [name, started])).toEqual([[program, true]])
})

test('it runs in head’s directory, and is told of its round', async () => {
  const asked = join(sandbox.scratch, 'asked')
  const trial = await measure(`echo "$PWD $LEAKDIFF_ROUND" >>${asked}; ${both}`)
  expect(trial.failures).toEqual([])
  const told = new Set(readFileSync(asked, 'utf8').trim().split('\n'))
  expect([...told].map((line) => line.split(' ').at(-1))).toEqual(['0', '1', '2', '3'])
})

test('what it does not write is not judged, and that is said', async () => {
  const trial = await measure(`${figures} >$LEAKDIFF_TASKS`)
  expect(trial.failures).toEqual([])
  expect(trial.notes).toEqual([
    { code: 'snapshot-partial', text: 'No heap is judged: `snapshot` writes no $LEAKDIFF_HEAP.' },
  ])
  expect(series(trial, 'heap-bytes')).toEqual([-1, -1, -1])
  expect(quantitiesOf('./write.sh')).toEqual(['heap-bytes', 'tasks'])
})

test.concurrent.each([
  [
    'is missing',
    `${figures} >$LEAKDIFF_HEAP; : $LEAKDIFF_TASKS`,
    'snapshot-missing',
    /wrote no \$LEAKDIFF_TASKS/,
  ],
  [
    'is empty',
    `${figures} >$LEAKDIFF_HEAP; : >$LEAKDIFF_TASKS`,
    'snapshot-missing',
    /an empty \$LEAKDIFF_TASKS/,
  ],
  [
    'is no profile',
    'echo hello >$LEAKDIFF_HEAP',
    'snapshot-not-a-profile',
    /is not a heap profile: the profile is cut short/,
  ],
  [
    'comes of a failing command',
    'echo $LEAKDIFF_HEAP; exit 7',
    'snapshot-failed',
    /`snapshot` ended with exit 7 \(head, in warm-up\)/,
  ],
  [
    'is left out in round 2',
    `test $LEAKDIFF_ROUND = 2 || ${figures} >$LEAKDIFF_TASKS`,
    'snapshot-missing',
    /wrote no \$LEAKDIFF_TASKS/,
  ],
])('a file that %s makes the trial fail', async (_, snapshot, code, text) => {
  const trial = await measure(snapshot)
  expect(trial.failures).toEqual([expect.objectContaining({ code, text: expect.stringMatching(text) })])
})

test('a sampling period that changes makes the trial fail', async () => {
  const trial = await measure(both.replace('sed ', 'sed "s/512/$((512 + LEAKDIFF_ROUND))/" | sed '))
  expect(trial.failures.map((f) => f.code)).toEqual(['period-changed'])
})
