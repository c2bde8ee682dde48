import { expect, test } from 'vitest'
import type { RunWorkload, ServerWorkload, WrittenFiles } from '../../../src/configure/config.ts'
import { measureTrial } from '../../../src/measure/run-trial.ts'
import type { TrialRequest } from '../../../src/measure/trial-request.ts'
import { openTestSandbox, series, tinyWorkload } from '../sandbox.ts'

const { form: _form, start: _start, ready: _ready, round: _round, ...common }: ServerWorkload = tinyWorkload

const both = { heap: '$LEAKDIFF_DIR/mem-*.pprof', tasks: '$LEAKDIFF_DIR/tasks-*.txt' }

async function measure(run: string, files: WrittenFiles = both, request: Partial<TrialRequest> = {}) {
  using sandbox = openTestSandbox()
  const workload: RunWorkload = { ...common, form: 'run', run: `cd $LEAKDIFF_DIR; ${run}`, files, warmup: 0 }
  return await measureTrial({ ...sandbox.request({}), workload, ...request })
}

/** A profile of so many tasks and bytes, as the runtime of these tests reads it. */
const profile = (tasks: string, period = '512') =>
  `echo '{"round":1,"born":[],"period":'"${period}"',"tasks":'"${tasks}"',"bytes":'"$((${tasks} * 1000))"'}'`
const write = `for i in $(seq 9 11); do ${profile('$i')} | tee mem-$i.pprof >tasks-$i.txt; sleep 0.01; done`

test('files are snapshots, in the order of their numbers, none of them warm-up', async () => {
  const trial = await measure(write)
  expect(trial.failures).toEqual([])
  expect(series(trial, 'tasks').map((count) => count - 5)).toEqual([9, 10, 11])
  expect(series(trial, 'heap-bytes')).toEqual([9000, 10_000, 11_000])
  expect(trial.roles).toEqual([{ name: 'run', started: true, seen: 'probe', processes: 1 }])
  expect(trial.notes.map((n) => n.code)).toEqual(['files-order', 'files-order', 'files-not-drained'])
  expect(trial.notes[0]?.text).toContain('in the order of the numbers in their names: mem-9.pprof first')
})

test('what it does not name is not judged, and that is said', async () => {
  const trial = await measure(`sleep 0.02; ${write}`, { heap: null, tasks: both.tasks })
  expect(trial.failures).toEqual([])
  expect(series(trial, 'heap-bytes')).toEqual([-1, -1, -1])
  expect(trial.notes.map((n) => n.text)).toContain('No heap is judged: `files` names no heap.')
})

test.concurrent.each([
  [
    'that is empty',
    `${write}; : >mem-10.pprof; touch -d +1day *-11.*`,
    'files-not-a-profile',
    /mem-10.pprof.*it is empty/,
  ],
  [
    'that is cut short',
    `${write}; printf '{"ro' >tasks-11.txt`,
    'files-not-a-profile',
    /tasks-11.txt.*cut short/,
  ],
  [
    'that is missing',
    `${write}; rm tasks-9.txt`,
    'files-uneven',
    /wrote 3 of `files.heap` and 2 of `files.tasks`/,
  ],
  [
    'that stands alone',
    `${profile('1')} | tee mem-1.pprof >tasks-1.txt`,
    'files-missing',
    /one heap profile, mem-1\.pprof: growth needs at least two/,
  ],
  ['that is not there', 'true', 'files-missing', /wrote no file that `files: { heap: \$LEAKDIFF_DIR/],
  ['of unknown order', `${write}; cp mem-9.pprof mem-09.pprof`, 'files-order', /have the same place/],
  ['of a run that fails', `${write}; exit 4`, 'run-failed', /`run` ended with exit 4/],
  ['of another period', write.replace('512', '$((512 + i))'), 'period-changed', /521, 522, 523 bytes/],
])('a file %s makes the trial fail', async (_, run, code, text) => {
  const trial = await measure(run)
  expect(trial.failures).toEqual([expect.objectContaining({ code, text: expect.stringMatching(text) })])
})

test('what was there before, unchanged, does not count', async () => {
  using sandbox = openTestSandbox()
  const files = { heap: null, tasks: `${sandbox.scratch}/t-*` }
  const run = (numbers: string) =>
    measure(`for i in ${numbers}; do ${profile('$i')} >${sandbox.scratch}/t-$i; sleep 0.01; done`, files)
  expect(series(await run('1 2 3 4'), 'tasks').length).toBe(4)
  expect(series(await run('1 2'), 'tasks').length).toBe(2)
})

test('a run that does not end is ended', async () => {
  using sandbox = openTestSandbox()
  const timeout = { ...tinyWorkload.timeout, round: 50, ready: 100 }
  const workload: RunWorkload = { ...common, form: 'run', run: 'sleep 1000', files: both, timeout }
  const trial = await measureTrial({ ...sandbox.request({}), workload })
  expect(trial.failures).toMatchObject([{ code: 'run-hung', text: expect.stringContaining('within 250ms') }])
})
