import type { Other } from './other.ts'

const fold = 'Give stacks folded: `main;serve;add 42`, a line each.'
const noHeap = `It holds no heap. ${fold}`
const noStacks = 'It holds no stacks. Give a heap profile, before and after.'
const ofPhp = 'Give folded stacks, as Excimer writes them: `$log->formatCollapsed()`.'

/** What tools write as JSON and XML. */
export const documents: readonly Other[] = [
  {
    starts:
      /^\s*\{[\s\S]*"(?:mode|version)"\s*:\s*"?[\w.]+"?\s*,[\s\S]*"(?:interval|missed_samples|raw_timestamp_deltas)"\s*:/,
    what: 'a report of stackprof as JSON',
    remedy: 'Write the stacks folded: `stackprof --stackcollapse recording.dump`.',
  },
  { starts: /^\s*\{\s*"header"\s*:\s*\{\s*"memory_usage"/, what: 'a dump of meminfo (PHP)', remedy: ofPhp },
  {
    starts: /^\s*\{\s*"memory_size"\s*:\s*\d+\s*,\s*"blocks_count"/,
    what: 'a dump of memprof (PHP)',
    remedy: ofPhp,
  },
  {
    starts: /^\s*\{\s*"recording"\s*:\s*\{/,
    what: 'what jfr prints',
    remedy: 'Export its allocations: `jfrconv --alloc -o pprof recording.jfr heap.pb.gz`.',
  },
  {
    starts: /^\s*\[\s*\{\s*"pid"\s*:\s*\d+,\s*"thread_id"/,
    what: 'a dump of threads of Python (py-spy dump)',
    remedy: noHeap,
  },
  {
    starts: /^\s*(?:\[\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)?"ph"\s*:\s*"|\{\s*"displayTimeUnit")/,
    what: 'a profile or trace of CPU time, as a browser writes it',
    remedy: 'It holds no heap. Give a .heapprofile or a .heapsnapshot.',
  },
  {
    starts: /^\s*\{\s*"allocations"\s*:\s*\[\s*\{\s*"id"/,
    what: 'an export of bytehound (Rust)',
    remedy: 'Have it write folded stacks, or give a heap profile of jemalloc (prof.dump).',
  },
  {
    starts: /^\s*\{[\s\S]*"flamebearer"\s*:/,
    what: 'a flame graph of Pyroscope',
    remedy: 'Have it exported as pprof: `&format=pprof` of its address, or "Export as pprof".',
  },
  {
    starts: /^\s*\{\s*"header"\s*:\s*\{\s*"reportVersion"/,
    what: 'a diagnostic report of Node',
    remedy: 'It holds no heap by stack. Give a .heapprofile or a .heapsnapshot.',
  },
  {
    starts: /^\s*\{\s*"version"\s*:\s*\d\s*,\s*"type"\s*:\s*"(?:GCDebugging|Inspector)"/,
    what: 'a heap snapshot of JavaScriptCore (Safari, Bun)',
    remedy: 'Give a .heapsnapshot as V8 writes it: of Bun `v8.writeHeapSnapshot`.',
  },
  {
    starts: /^\s*\{\s*"version"\s*:\s*\d+\s*,\s*"hasMozMallocUsableSize"/,
    what: 'a memory report of Firefox',
    remedy: noStacks,
  },
  { starts: /^\s*\{[\s\S]*"profile"\s*:\s*\{\s*"frames"\s*:/, what: 'a profile of Sentry', remedy: noHeap },
  {
    starts: /^\s*\{\s*"cmdline"\s*:\s*\[|^\s*\{\s*"Alloc"\s*:\s*\d/,
    what: 'figures of memory of Go (expvar, MemStats)',
    remedy: noStacks,
  },
  {
    starts: /^\s*\{\s*"name"\s*:\s*"[^"]*"\s*,\s*"value"\s*:\s*\d+\s*,\s*"children"/,
    what: 'a flame graph as a tree of JSON',
    remedy: fold,
  },
  {
    starts: /^\s*(?:<\?xml[^>]*>\s*)?<malloc version=/,
    what: 'a table of what an allocator holds in all',
    remedy: 'Give its heap profile: HEAPPROFILE of gperftools, prof.dump of jemalloc.',
  },
  {
    starts: /^\s*<\?xml[^>]*>\s*<valgrindoutput>/,
    what: 'a report of Valgrind',
    remedy: 'It tells what was lost, not what grows. Give heap profiles, before and after.',
  },
]
