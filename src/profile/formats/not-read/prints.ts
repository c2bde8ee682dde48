import type { Other } from './other.ts'

const fold = 'Give stacks folded: `main;serve;add 42`, a line each.'
const noHeap = `It holds no heap. ${fold}`
const noStacks = 'It holds no stacks. Give a heap profile, before and after.'
const giveProfile = 'Give the profile that it was made of.'
const asPprof = 'Give allocations as pprof, as async-profiler writes them.'
const ofRuby = 'Give stacks folded: `stackprof --stackcollapse recording.dump`.'
const ofPython = 'Give memray (`memray transform gprof2dot`) or tracemalloc as JSON: see docs/profiles.md.'

/** What tools show people. */
export const prints: readonly Other[] = [
  {
    starts: /^404 page not found|^Unknown profile\n/,
    what: 'the answer of a server that has no such profile',
    remedy: 'Ask for /debug/pprof/heap or /debug/pprof/goroutine; net/http/pprof has to be imported.',
  },
  {
    starts: /^[^\n;]+;[^\n]* -?\d+ -?\d+\r?\n/,
    what: 'folded stacks with two counts each, as difffolded.pl writes them',
    remedy: 'Give the two files that it was made of.',
  },
  {
    starts: /^[^\n;]+;[^\n]* -?(?:\d+\.\d+|\d[\d.]*e[+-]?\d+|\d{1,3}(?:,\d{3})+)\r?\n/i,
    what: 'folded stacks whose counts are no whole numbers',
    remedy: 'Write them in a smaller unit: bytes, nanoseconds.',
  },
  {
    starts: /^version https:\/\/git-lfs\.github\.com\//,
    what: 'a pointer of Git LFS, not the file',
    remedy: 'Fetch the file: `git lfs pull`.',
  },
  {
    starts: /^--\S+\r?\nContent-Disposition: /i,
    what: 'a form as browsers send it (multipart)',
    remedy: 'Give the file that is in it.',
  },
  {
    starts: /^[\da-f]{8}: (?:[\da-f]{4} ){2}/,
    what: 'bytes as xxd shows them',
    remedy: 'Undo it: `xxd -r FILE >profile.pb.gz`.',
  },
  {
    starts: /^(?:[\da-f]{8} {2}(?:[\da-f]{2} ){8}|[0-7]{7} (?:[0-7]{6} ){2})/,
    what: 'bytes as hexdump or od show them',
    remedy: 'Give the file itself.',
  },
  {
    starts: /^b["']\\x/,
    what: 'bytes as Python shows them',
    remedy: 'Write them to a file: `open(name, "wb").write(them)`.',
  },
  {
    starts:
      /^(?:(?:File|Build ID|Type|Time|Duration): .*\n)+(?:(?:Active filters|Comment):.*\n| +\S.*\n)*(?:Showing nodes accounting for|-+\+-+\n)|^PeriodType: |^digraph "|^positions: instr line\n|^Showing nodes accounting for /,
    what: 'what pprof prints',
    remedy: giveProfile,
  },
  { starts: /^gc \d+ @[\d.]+s \d+%: /, what: 'what Go prints of collections (gctrace)', remedy: noStacks },
  { starts: /^# (?:HELP|TYPE) \w+ /, what: 'metrics of Prometheus', remedy: noStacks },
  {
    starts: /^Total allocated: .*\(\d+ objects\)\nTotal retained: /,
    what: 'a report of memory_profiler (Ruby)',
    remedy: ofRuby,
  },
  { starts: /^(?:TOP: [\d.]+ [KMG]iB\n|Analyzing Heap)/, what: 'a report of memory (Ruby)', remedy: ofRuby },
  { starts: /^=+\n {2}Mode: \w+\(/, what: 'a report of stackprof', remedy: ofRuby },
  { starts: /^(?:\/\*.*\*\/ )?flamegraph\(\[/, what: 'a flame graph of stackprof', remedy: ofRuby },
  { starts: /^Measure Mode: \w+\n/, what: 'a report of ruby-prof', remedy: noHeap },
  {
    starts: /^(?:file-format: Blackfire|Garbage Collection Report\n)/,
    what: 'a report of Blackfire or Xdebug (PHP)',
    remedy: 'Give folded stacks, as Excimer writes them: `$log->formatCollapsed()`.',
  },
  {
    starts: /^(?:Statistics:\n)?\s*MT +Count +TotalSize/,
    what: 'a table of classes (.NET)',
    remedy: noStacks,
  },
  {
    starts: /^(?:\[\{total,\d+\},|%% Analysis results:|\*{6} Process <|\[\{<\d+\.\d+\.\d+>,\d+,)/,
    what: 'figures of Erlang',
    remedy: fold,
  },
  {
    starts: /^(?:\s*Filename: .*\n+Line # +Mem usage|CMDLINE .*\nMEM |mem_profile)/,
    what: 'a report of memory_profiler (Python)',
    remedy: ofPython,
  },
  {
    starts: /^(?:\[ Top \d+ \]\n)?(?:#\d+: )?\S+:\d+: size=[\d.]+ [KMG]?i?B/,
    what: 'what tracemalloc prints',
    remedy: ofPython,
  },
  { starts: /^\s+_ {5}\._ {3}__\/__/, what: 'what pyinstrument prints', remedy: noHeap },
  {
    starts: /^\s+\d+ function calls .*in [\d.]+ seconds/,
    what: 'a profile of calls of Python (pstats)',
    remedy: noHeap,
  },
  {
    starts:
      /^(?:Fatal Python error: |(?:Current thread|Thread) 0x[\da-f]+ .*\(most recent call first\):|Traceback \(most recent call last\):)/,
    what: 'stacks of Python, as faulthandler prints them',
    remedy: noHeap,
  },
  {
    starts: /^jdk\.\w+ \{\n/,
    what: 'what jfr prints',
    remedy: 'Export its allocations: `jfrconv --alloc -o pprof recording.jfr heap.pb.gz`.',
  },
  {
    starts: /^--- (?:Execution profile ---|\d+ (?:bytes|ns) \([\d.]+%\), \d+ samples?\n)/,
    what: 'stacks as async-profiler prints them',
    remedy: 'Have it write them folded (`-o collapsed`), or as pprof.',
  },
  { starts: /^0SECTION +TITLE /, what: 'a dump of OpenJ9 (javacore)', remedy: asPprof },
  { starts: /^Attaching to process ID \d+/, what: 'a report of jmap (Java)', remedy: asPprof },
  { starts: /^\[\d+[.,]\d+s\]\[\w+ *\]\[gc/, what: 'a log of collections (Java)', remedy: noStacks },
  {
    starts: /^[\da-f]{6,}-[\da-f]{6,} [r-][w-][x-][ps] |^\d+:\s.*\n[\da-f]{16}\s+\d+K /,
    what: 'a map of memory (smaps, pmap)',
    remedy: noStacks,
  },
  { starts: /^= Start\n@ /, what: 'a log of mtrace', remedy: fold },
  {
    starts: /^(?:Attaching \d+ probes?\.\.\.\n)?(?:\^C)?\s*@\w*\[\n/,
    what: 'what bpftrace prints',
    remedy: fold,
  },
  {
    starts: /^-+\nCommand: .*\nMassif arguments:/,
    what: 'a profile of Valgrind (massif)',
    remedy: 'Give a heap profile of gperftools (HEAPPROFILE) or of jemalloc (prof.dump).',
  },
  {
    starts: /^reading file ".*" - please wait/,
    what: 'what heaptrack prints',
    remedy:
      'Have it write what leaked as folded stacks: `heaptrack_print --flamegraph-cost-type leaked -F before.txt recording`.',
  },
  {
    starts: /^(?:leaks|malloc_history|heap) Report Version: |^Analysis of sampling /,
    what: 'a report of leaks, heap or sample (macOS)',
    remedy: fold,
  },
  {
    starts: /^v8-version,\d/,
    what: "a log of V8's profiler (--prof)",
    remedy: 'It holds no heap. Give a .heapprofile or a .heapsnapshot.',
  },
]
