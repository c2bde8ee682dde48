import { serverOf } from '../cli/project.ts'
import { type Fault, keys } from './fault.ts'

const program = (work: string, start = '') => ({
  'server.mjs': serverOf(work, start)['server.mjs'] ?? '',
})
const short = '{ setup: 1s, ready: 30s, round: 1s, stop: 1s }'
const failed = { verdict: 'inconclusive', status: 3 } as const
const passed = { verdict: 'pass', status: 0 } as const

/** Commands and programs that hang, crash, flood or stay. */
export const ofCommands: readonly Fault[] = [
  {
    what: 'one round fails, and not again',
    head: {
      'drive.sh': `${serverOf('')['drive.sh']}mkdir "$TMPDIR/../failed-once" 2>/dev/null && exit 7; true\n`,
    },
    note: 'trial-repeated',
    ...passed,
  },
  { what: '`setup` hangs', head: keys({ setup: 'sleep 1000', timeout: short }), ...failed },
  {
    what: 'the program never becomes ready',
    head: keys({ ready: '127.0.0.1:1', timeout: '{ ready: 1s }' }),
    ...failed,
  },
  {
    what: '`round` hangs, deaf to SIGTERM',
    head: { ...keys({ timeout: short }), 'drive.sh': 'trap "" TERM; sleep 1000\n' },
    ...failed,
  },
  {
    what: '`stop` hangs',
    head: keys({ stop: 'sleep 1000', timeout: short }),
    note: 'stop-failed',
    ...passed,
  },
  {
    what: 'the program does not end on SIGTERM',
    head: program('', "process.on('SIGTERM', () => {})"),
    ...passed,
  },
  {
    what: 'the program stops answering its probe',
    head: {
      ...program('if (kept.push(1) === 30) setTimeout(() => { for (;;); }, 0)'),
      ...keys({ timeout: '{ ready: 30s, round: 2s }' }),
    },
    ...failed,
  },
  { what: '`setup` crashes', head: keys({ setup: 'kill -SEGV $$' }), ...failed },
  { what: 'the program crashes at start', head: program('', "throw new Error('no licence')"), ...failed },
  {
    what: 'the program crashes in a round',
    head: program('if (kept.push(1) > 35) process.kill(process.pid, "SIGSEGV")'),
    ...failed,
  },
  { what: '`round` crashes', head: { 'drive.sh': 'kill -ABRT $$\n' }, ...failed },
  { what: '`stop` crashes', head: keys({ stop: 'kill -SEGV $$' }), note: 'stop-failed', ...passed },
  {
    what: 'the program runs out of memory',
    head: {
      ...program('for (;;) kept.push(new Array(100_000).fill(kept.length))'),
      ...keys({ start: 'node --max-old-space-size=24 server.mjs' }),
    },
    ...failed,
  },
  {
    what: "the kernel's out-of-memory killer ends the program",
    head: program("if (kept.push(1) > 35) process.kill(process.pid, 'SIGKILL')"),
    ...failed,
  },
  {
    what: 'a round prints 100 MB, the program prints without end',
    head: {
      ...program("process.stdout.write('x'.repeat(1_000_000))"),
      'drive.sh': `${serverOf('')['drive.sh']}head -c 15000000 /dev/zero | tr '\\0' x\n`,
    },
    ...passed,
  },
  {
    what: 'a daemon that called setsid',
    head: keys({ start: 'setsid -f sleep 1000; exec node server.mjs' }),
    ...passed,
  },
]
