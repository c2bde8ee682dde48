import type { Files } from './pull-request.ts'

/**
 * A program that costs next to nothing to measure, for tests of what surrounds a measurement:
 * its tasks are a number in a file, which the revision that is started sets, and its own snapshot tells them.
 * Ten operations a round.
 */
export const counted = {
  runtime: 'go',
  start: 'cp tasks-per-operation "$LEAKDIFF_DIR/step"; exec sleep 1000',
  round: 'echo >>"$LEAKDIFF_DIR/rounds"',
  snapshot: 'bash tasks.sh >"$LEAKDIFF_TASKS"',
  operations: '10',
  'timeout-ready': '5s',
  warmup: '1',
  rounds: '6',
  'settle-quiet': '1ms',
  'settle-limit': '50ms',
} as const

const snapshot = `rounds=$(wc -l <"$LEAKDIFF_DIR/rounds" || echo 0)
tasks=$((rounds * 10 * $(cat "$LEAKDIFF_DIR/step")))
printf 'goroutine profile: total %d\\n1 @ 0x1\\n#\\t0x1\\tmain.main+0x1\\t/src/main.go:5\\n\\n' $((tasks + 1))
test $tasks = 0 || printf '%d @ 0x2\\n#\\t0x2\\tmain.keepAlive+0x2\\t/src/keep.go:7\\n\\n' $tasks
`

/** Its repository, when each operation leaves so many tasks behind. */
export const leaving = (tasks: number): Files => ({
  'tasks.sh': snapshot,
  'tasks-per-operation': `${tasks}\n`,
})
