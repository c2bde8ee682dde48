import type { Other } from './other.ts'

const fold = 'Give stacks folded: `main;serve;add 42`, a line each.'
const noHeap = `It holds no heap. ${fold}`
const noStacks = 'It holds no stacks. Give a heap profile, before and after.'
const ofPhp = 'Give folded stacks, as Excimer writes them: `$log->formatCollapsed()`.'

/** What tools print, or write as JSON and XML. */
export const texts: readonly Other[] = [
  {
    starts: /^\s*\{\s*"meta"\s*:\s*\{[\s\S]*"Ruby\/Vernier"/,
    what: 'a profile of Vernier (Ruby)',
    remedy: 'Write it folded, or with stackprof: `stackprof --stackcollapse recording.dump`.',
  },
  {
    starts: /^\s*\{\s*"meta"\s*:\s*\{[\s\S]*"(?:interval|startTime|preprocessedProfileVersion)"/,
    what: 'a profile for the Firefox Profiler',
    remedy: fold,
  },
  {
    starts: /^\s*\{[\s\S]*"(?:exporter"\s*:\s*"|activeProfileIndex"|shared"\s*:\s*\{\s*"frames")/,
    what: 'a profile of speedscope',
    remedy: `Give the file that speedscope was given. Else: ${fold}`,
  },
  {
    starts: ['rbspy0'],
    what: 'a raw recording of rbspy (Ruby)',
    remedy: 'Write it with `--format collapsed`.',
  },
  {
    starts: /^\S.* +\d+(?:\/\d+)?(?: +\[\d+\])? +\d+\.\d+: +(?:\d+ +)?\S+: *\n\s+[\da-f]+ /,
    what: 'what perf script prints',
    remedy: noHeap,
  },
  { starts: /^Process \d+: .*\nPython v/, what: 'a dump of threads of Python (py-spy dump)', remedy: noHeap },
  {
    starts: /^(?:Version: .*\nFile format: \d+\n)?TRACE START \[/,
    what: 'a trace of calls of Xdebug (PHP)',
    remedy: ofPhp,
  },
  {
    starts: /^0 \S.* \S*:-?\d+\n1 \S.* \S*:-?\d+\n/,
    what: 'traces of phpspy (PHP)',
    remedy: 'Fold them with stackcollapse-phpspy.pl.',
  },
  { starts: /^\s*\{"main\(\)(?:==>[^"]*)?"\s*:\s*\{"ct"/, what: 'a profile of XHProf (PHP)', remedy: ofPhp },
  {
    starts: /^\s*\{[\s\S]*"(?:alloc_samples|elapsed_time_sec)"\s*:/,
    what: 'a profile of Scalene (Python)',
    remedy: noStacks,
  },
  {
    starts: /^Partition of a set of \d+ objects|^\s*types \| +# objects \| +total size/,
    what: 'a table of types (Python)',
    remedy: noStacks,
  },
  { starts: /^(?:\[New LWP .*\n)*Thread \d+ \(.*\):\n#0 /, what: 'backtraces of gdb', remedy: noHeap },
  {
    starts: /^==\d+== (?:Memcheck|HEAP SUMMARY|Massif|DHAT)/,
    what: 'a report of Valgrind',
    remedy: 'It tells what was lost, not what grows. Give heap profiles, before and after.',
  },
  {
    starts: /^(?:Attaching to .*\n)?\[[\d:]+\] Top \d+ stacks with outstanding allocations/,
    what: 'what memleak of bcc prints',
    remedy: fold,
  },
  {
    starts: /^Process: +.* \[\d+\]\nPath: |^Process: +.* \[\d+\]\nVirtual Memory Map/,
    what: 'a report of leaks, vmmap or heap (macOS)',
    remedy: noStacks,
  },
  {
    starts: /^(?:<\?xml[^>]*>\s*)?<trace-(?:query-result|toc)>/,
    what: 'an export of Instruments (macOS)',
    remedy: fold,
  },
  {
    starts: /^\s*\{\s*"threadDump"\s*:/,
    what: 'a dump of the threads of Java',
    remedy: 'Give allocations as pprof, as async-profiler writes them.',
  },
  {
    starts: /^\d+:\n\s*(?:num\s+#instances|Native Memory Tracking:)/,
    what: 'a table of jcmd (Java)',
    remedy: 'It holds no stacks. Give allocations as pprof, as async-profiler writes them.',
  },
  { starts: /^Timestamp,Provider,Counter Name,/, what: 'figures of dotnet-counters', remedy: noStacks },
  {
    starts: /^(?:Process Dump\n)?Thread \(0x[\dA-F]+\):\n +\S/,
    what: 'a dump of threads (dotnet-stack)',
    remedy: noHeap,
  },
  { starts: ['\xe3\x01\x00', '{(\x05'], what: 'a profile of calls of Python (pstats)', remedy: noHeap },
]
