import { binaries } from './binaries.ts'
import { documents } from './documents.ts'
import type { Other } from './other.ts'
import { prints } from './prints.ts'
import { texts } from './texts.ts'

const foldRuby = 'Write the stacks folded: `stackprof --stackcollapse recording.dump`.'

const unpack = 'Unpack it, and give the profile that is in it.'

/** Formats that are known, and that leakdiff does not read. */
const others: readonly Other[] = [
  { starts: ['\xfd7zXZ\0'], what: 'compressed by xz', remedy: 'Decompress it: `xz -d`.' },
  { starts: ['BZh'], what: 'compressed by bzip2', remedy: 'Decompress it: `bzip2 -d`.' },
  { starts: ['\x04"M\x18'], what: 'compressed by lz4', remedy: 'Decompress it: `lz4 -d`.' },
  { starts: ['\xff\x06\0\0sNaPpY'], what: 'compressed by snappy', remedy: 'Decompress it: `snzip -d`.' },
  {
    starts: ['x\x01', 'x\x5e', 'x\x9c', 'x\xda'],
    what: 'compressed by zlib, without the header of gzip',
    remedy: 'Write it with gzip as Go does, or decompress it: `pigz -dz`.',
  },
  { starts: ['PK\x03\x04'], what: 'an archive (zip)', remedy: unpack },
  { starts: /^[\s\S]{257}ustar/, what: 'an archive (tar)', remedy: unpack },
  {
    starts: ['FLR\0'],
    what: 'a recording of Java Flight Recorder',
    remedy:
      'Export its allocations as pprof: `jfrconv --alloc -o pprof recording.jfr heap.pb.gz` (async-profiler).',
  },
  {
    starts: /^JAVA PROFILE 1\./,
    what: 'a heap dump of Java (hprof)',
    remedy: 'Give a profile of allocations as pprof, as async-profiler writes it.',
  },
  {
    starts: /^PERFILE2/,
    what: 'a recording of perf',
    remedy: 'It holds CPU samples, not a heap. Give a heap profile as pprof.',
  },
  {
    starts: /^.{0,4}!FastSerialization\.1/s,
    what: 'a dump of the heap of .NET (gcdump)',
    remedy:
      'It is read by `dotnet-gcdump report` and PerfView. Give allocations folded: `main;serve;add 42`, a line each.',
  },
  {
    starts: /^nettrace/i,
    what: 'a trace of .NET (nettrace)',
    remedy: 'Convert it to folded stacks: `main;serve;add 42`, a line each.',
  },
  {
    starts: /^#? ?Num +MT +Count +TotalSize|^\s*(?:GC Heap bytes|[\d,]+ +GC Heap bytes)/,
    what: 'a table of classes (.NET)',
    remedy: 'It holds no stacks. Give allocations folded: `main;serve;add 42`, a line each.',
  },
  {
    starts: ['MOJ'],
    what: "Austin's recording in binary (MOJO)",
    remedy:
      'Record memory as text (austin -m), or convert it: `mojo2austin recording.mojo recording.austin`.',
  },
  {
    starts: /^\s*\{\s*"key"\s*:\s*"spx-|^\[events\]\n/,
    what: 'a report of SPX (PHP)',
    remedy: 'Give folded stacks, as Excimer writes them: `$log->formatCollapsed()`.',
  },
  {
    starts: ['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'],
    what: 'a pickle of Python, such as tracemalloc writes',
    remedy: 'Write the snapshot as JSON or as pprof: see docs/profiles.md.',
  },
  {
    starts: ['\x04\b'],
    what: 'data marshalled by Ruby, such as a recording of stackprof',
    remedy: foldRuby,
  },
  {
    starts: /^\s*\{\s*"version":[\d.]+,\s*"mode":"(?:object|wall|cpu|custom)"/,
    what: 'a report of stackprof as JSON',
    remedy: foldRuby,
  },
  {
    starts: ['memray\0'],
    what: "memray's own recording",
    remedy: 'Transform it: `memray transform gprof2dot recording.bin`, and give the JSON.',
  },
  {
    starts: /^go 1\.\d+ trace/,
    what: 'an execution trace of Go',
    remedy: 'Give a heap or goroutine profile: /debug/pprof/heap, /debug/pprof/goroutine.',
  },
  {
    starts: ['--- symbol\n'],
    what: 'a profile with symbols and counts in binary, as `jeprof --raw` writes',
    remedy: 'Write the stacks folded: `jeprof --collapsed PROGRAM PROFILE`.',
  },
  {
    starts: /^\s*\{[\s\S]{0,400}speedscope\.app\/file-format-schema/,
    what: 'a profile of speedscope',
    remedy: 'Give the file that speedscope was given, or stacks folded: `main;serve;add 42`, a line each.',
  },
  {
    starts:
      /^\s*\{\s*"(?:nodes"\s*:\s*\[\s*\{[\s\S]{0,400}"callFrame"|traceEvents"|metadata"[\s\S]{0,400}"traceEvents")/,
    what: 'a profile or trace of CPU time, as a browser writes it',
    remedy: 'It holds no heap. Give a .heapprofile or a .heapsnapshot.',
  },
  {
    starts: /^---? ?threadz\b/,
    what: 'a list of threads (threadz)',
    remedy: 'It holds no counts. Give the heap profile of the same program: /pprof/heap.',
  },
  {
    starts: /^(?:-+\s+)?MALLOC:|^___ Begin jemalloc statistics ___/,
    what: 'a table of what an allocator holds in all',
    remedy: 'Give its heap profile: HEAPPROFILE of gperftools, prof.dump of jemalloc.',
  },
  {
    starts: /^desc: .*\ncmd: |^\s*\{\s*"dhatFileVersion"/,
    what: 'a profile of Valgrind (massif or DHAT)',
    remedy: 'Give a heap profile of gperftools (HEAPPROFILE) or of jemalloc (prof.dump).',
  },
  {
    starts: /^(?:# callgrind format|version: \d+\ncreator: )/,
    what: 'a profile of calls (callgrind, cachegrind)',
    remedy: 'It holds no heap. Give folded stacks, or a heap profile as pprof.',
  },
  {
    starts: /^v \d+ \d+(?: \d+)?\nX /,
    what: 'a recording of heaptrack',
    remedy:
      'Write what leaked as folded stacks: `heaptrack_print --flamegraph-cost-type leaked -F before.txt recording`.',
  },
  {
    starts: ['\x7fELF'],
    what: 'a program, a library or a core dump (ELF)',
    remedy: 'Give the profile that it wrote; names of functions are read from the profile alone.',
  },
  {
    starts: /^=+\d+=+ ?(?:ERROR|WARNING): \w+Sanitizer/m,
    what: 'a report of a sanitizer',
    remedy: 'It tells what was lost, not what grows. Give heap profiles, before and after.',
  },
  {
    starts: /^(?:[\d :.-]*\n)?Full thread dump /,
    what: 'a dump of the threads of Java',
    remedy: 'Give allocations as pprof, as async-profiler writes them.',
  },
  {
    starts: /^\s*num\s+#instances\s+#bytes\s+class name/,
    what: 'a table of classes (jmap -histo)',
    remedy: 'It holds no stacks. Give allocations as pprof, as async-profiler writes them.',
  },
  {
    starts: /^\{"type":"ROOT"|^\{"address":"0x[0-9a-f]+", *"type":"/,
    what: "a dump of Ruby's ObjectSpace",
    remedy: foldRuby,
  },
  {
    starts: /^=erl_crash_dump:/,
    what: 'a crash dump of Erlang',
    remedy: 'Give stacks folded: `main;serve;add 42`, a line each.',
  },
  {
    starts: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b/i,
    what: 'a picture (SVG), such as a flame graph',
    remedy: 'Give the profile or the folded stacks that it was drawn from.',
  },
  {
    starts: /^\s*<(?:!doctype|html)/i,
    what: 'a web page',
    remedy: 'Give the profile itself: of a Go server /debug/pprof/heap, with the headers that it asks for.',
  },
  ...texts,
  ...prints,
  ...documents,
  ...binaries,
]

/** What a file is by its first bytes when it is one of these; null for all else. */
export function otherFormat(head: Uint8Array): { readonly problem: string; readonly remedy: string } | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 1024)).toString('latin1')
  const other = others.find(({ starts }) =>
    starts instanceof RegExp ? starts.test(start) : starts.some((magic) => start.startsWith(magic)),
  )
  return other === undefined
    ? null
    : { problem: `This is ${other.what}, which leakdiff does not read.`, remedy: other.remedy }
}
