import { describe, expect, it } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { formatOf } from '../../src/profile/formats/formats.ts'

// What people have, and leakdiff does not read, by how it begins: named, with what to give instead.

function refusal(start: string): string {
  try {
    return `taken for ${formatOf(Buffer.from(start, 'latin1')).name}`
  } catch (error) {
    if (error instanceof FormatError) return `${error.kind}: ${error.message} ${error.remedy}`
    throw error
  }
}

describe('is named', () => {
  it.each<[start: string, what: string]>([
    ['404 page not found\n', 'net/http/pprof has to be imported'],
    ['Unknown profile\n', 'no such profile'],
    ['main;f 5 10\nmain;g 2 3\n', 'difffolded'],
    ['main;f 1.5\nmain;g 2.25\n', 'no whole numbers'],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 1\n', 'git lfs pull'],
    ['--b0\r\nContent-Disposition: form-data; name="p"\r\n\r\n', 'multipart'],
    ['00000000: 1f8b 0808 0000 0000 0003  ................\n', 'xxd -r FILE'],
    ['00000000  1f 8b 08 00 00 00 00 00  00 03 e3 60 00 00 00 00  |...........`....|\n', 'hexdump'],
    ['0000000 105437 000010 000000 001400\n', 'hexdump or od'],
    ["b'\\x1f\\x8b\\x08\\x00'", 'Python shows'],
    ['\x89PNG\r\n\x1a\n', 'picture'],
    ['SQLite format 3\0', 'SQLite'],
    ['bplist00\xd4', 'memory graph'],
    ['\xcf\xfa\xed\xfe\x07\0\0\x01', 'dump of its memory'],
    ['7z\xbc\xaf\x27\x1c', '7z'],
    ['\x5d\0\0\x80\0', 'unlzma'],
    ['go1.7 heap dump\n\x06', 'debug.WriteHeapDump'],
    [`${'\0'.repeat(8)}\x03${'\0'.repeat(15)}\x10\x27`, 'CPU profile of gperftools'],
    ['File: app\nType: inuse_space\nTime: Jan 1\nShowing nodes accounting for 12MB\n', 'pprof prints'],
    ['File: app\nType: inuse_space\n-----------+----------\n     bytes:  64kB\n', 'pprof prints'],
    ['PeriodType: space bytes\nPeriod: 524288\nSamples:\n', 'pprof prints'],
    ['digraph "app" {\nnode [style=filled]\n', 'pprof prints'],
    ['gc 1 @0.012s 2%: 0.026+0.39+0.10 ms clock\n', 'gctrace'],
    ['# HELP go_goroutines Number\n# TYPE go_goroutines gauge\n', 'Prometheus'],
    ['{\n"cmdline": ["app"],\n"memstats": {"Alloc":1}\n}\n', 'expvar'],
    [
      'Total allocated: 12345 bytes (120 objects)\nTotal retained:  40 bytes (1 objects)\n',
      'memory_profiler .Ruby',
    ],
    ['==================================\n  Mode: object(1)\n  Samples: 6410\n', 'stackprof'],
    ['{"mode":"object","version":1.2,"interval":1}', 'stackprof'],
    ['Measure Mode: wall_time\nThread ID: 70\n', 'ruby-prof'],
    ['{\n  "header" : {\n    "memory_usage" : 12345,\n', 'meminfo'],
    ['{"memory_size":11578,"blocks_count":236,', 'memprof'],
    ['file-format: BlackfireProbe\n', 'Blackfire'],
    ['Statistics:\n              MT    Count    TotalSize Class Name\n', '.NET'],
    ['{"allocations":[{"id":1,"address":"7f"', 'bytehound'],
    ['[{total,20000000},\n {processes,5000000},\n', 'Erlang'],
    ['[\n  {\n    "pid": 1,\n    "thread_id": 140,\n', 'py-spy'],
    ['[{"args":{"filename":"x"},"cat":"py-spy","name":"f","ph":"B","pid":1}', 'CPU time'],
    ['Filename: x.py\n\nLine #    Mem usage    Increment\n', 'memory_profiler .Python'],
    ['[ Top 10 ]\n/usr/lib/abc.py:12: size=345 KiB, count=10, average=35 B\n', 'tracemalloc prints'],
    ['         197 function calls (192 primitive calls) in 0.002 seconds\n', 'pstats'],
    ['Current thread 0x00007f (most recent call first):\n  File "x.py", line 3 in f\n', 'faulthandler'],
    ['JAVA PROFILE 1.0.1, created Mon Jan  1 00:00:00 2026\n', 'hprof'],
    ['jdk.ObjectAllocationSample {\n  startTime = 10:00\n', 'jfrconv --alloc'],
    ['{\n  "recording": {\n    "events": [{\n', 'jfr prints'],
    ['--- 1234 bytes (12.34%), 12 samples\n  [ 0] byte[]\n', 'async-profiler prints'],
    ['0SECTION       TITLE subcomponent dump routine\n', 'OpenJ9'],
    ['[0.012s][info][gc] Using G1\n', 'collections'],
    ['00400000-0048a000 r-xp 00000000 fd:03 960637 /bin/bash\nSize: 552 kB\n', 'smaps'],
    ['<malloc version="1">\n<heap nr="0">\n', 'allocator'],
    ['= Start\n@ ./a:[0x400] + 0x601460 0x10\n', 'mtrace'],
    ['Attaching 1 probe...\n@[\n    main+10\n]: 42\n', 'bpftrace'],
    ['{"flamebearer":{"names":["total"],"levels":[[0,1,0,0]]}}', 'Pyroscope'],
    ['v8-version,11,3,244,8,-node.20,0\n', '--prof'],
    ['{"version":3,"type":"GCDebugging","nodes":[0,1', 'JavaScriptCore'],
    ['{"version":1,"hasMozMallocUsableSize":true,"reports":[', 'Firefox'],
    ['{"name":"root","value":5,"children":[{"name":"f","value":5}]}', 'tree of JSON'],
    ['leaks Report Version: 4.0, multi-line stacks\n', 'macOS'],
  ])('%j', (start, what) => {
    expect(refusal(start)).toMatch(new RegExp(`^not-supported: .*${what}`))
  })
})

it('what nobody knows is left to the reader of pprof', () => {
  for (const start of ['{"error":"unauthorized"}', 'dict        12345     +100\n', 'a text\n'])
    expect(refusal(start)).toBe('taken for pprof')
})
