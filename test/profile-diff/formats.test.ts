import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { FormatError } from '../../src/errors.ts'
import { type By, diffProfiles } from '../../src/profile-diff/diff.ts'
import { sourceOf } from '../../src/profile-diff/input/source.ts'

const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-formats-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

type Bytes = string | Uint8Array
const diff = (before: Bytes, after: Bytes, by: By = 'function', quantity: string | null = null) =>
  diffProfiles({
    moments: [[sourceOf('before', Buffer.from(before))], [sourceOf('after', Buffer.from(after))]],
    quantity,
    by,
  })
const rows = async (...given: Parameters<typeof diff>) =>
  Object.fromEntries((await diff(...given)).rows.map(({ name, flat }) => [name, flat]))

async function refusal(after: Bytes): Promise<string> {
  try {
    await diff(after, after)
    return 'accepted'
  } catch (error) {
    if (error instanceof FormatError) return `${error.kind}: ${error.message} ${error.remedy}`
    throw error
  }
}

describe('a heap of V8', () => {
  const node = (name: string, selfSize: number, children: unknown[], id?: number) => ({
    callFrame: { functionName: name, scriptId: '1', url: 'file:///app.js', lineNumber: 4, columnNumber: 1 },
    ...{ selfSize, children },
    ...(id === undefined ? {} : { id }),
  })

  it('of Node 10 and Chrome 69, without ids', async () => {
    const of = (size: number) =>
      JSON.stringify({ head: node('(root)', 0, [node('serve', 0, [node('add', size, [])])]) })
    expect(await rows(of(100), of(900), 'line')).toMatchObject({ 'add /app.js:5': 800 })
  })

  it('as a snapshot, by class and by what holds it', async () => {
    const program = join(scratch, 'leak.mjs')
    const source = readFileSync(join(import.meta.dirname, 'programs/leak.mjs'), 'utf8')
    execFileSync(process.execPath, ['--input-type=module', '-e', source], { cwd: scratch })
    expect(program).toContain('leak')
    const [before, after] = ['n0', 'n1'].map((name) => readFileSync(join(scratch, `${name}.heapsnapshot`)))
    const objects = await rows(before as Buffer, after as Buffer, 'function', 'heap-objects')
    expect(objects.Cart).toBe(2000)
    const held = await rows(before as Buffer, after as Buffer, 'line', 'heap-objects')
    expect(held['Array via Cart.items']).toBe(2000)
    const cut = (after as Buffer).subarray(0, (after as Buffer).length / 2)
    expect(await refusal(cut)).toMatch(/^broken/)
  }, 60_000)
})

describe('texts', () => {
  const java = (bytes: number) =>
    `--- heapz 1 ---\nformat = java\nresolution = bytes\n   ${bytes}     1 @ 0x00000003 0x00000004\n\n0x00000003 com.acme.Cart.add (Cart.java:12)\n0x00000004 com.acme.Main.main (Main.java:3)\n`
  it('of Java', async () => {
    // 2 MB and more are sampled for certain, to four digits.
    expect(await rows(java(8_000_000), java(9_000_000), 'line')).toMatchObject({
      'com.acme.Cart.add Cart.java:12': 999_999,
    })
  })

  const growth = (bytes: number) =>
    `heap profile:    1:  ${bytes} [     1:  ${bytes}] @ growthz\n     1:  ${bytes} [     1:  ${bytes}] @ 0x401000\n\nMAPPED_LIBRARIES:\n00400000-00500000 r-xp 00000000 fe:00 1 /usr/bin/app\n`
  it('of tcmalloc’s growth', async () => {
    expect(await rows(growth(4096), growth(8192))).toEqual({ '[app]': 4096 })
  })

  it('that only end with a number are no folded stacks', async () => {
    for (const text of ['num_symbols: 1\n', 'main 3\n'])
      expect(await refusal(text)).toMatch(/^not-this-format/)
  })

  it('of folded stacks', async () => {
    expect(await rows('main;f 10\nmain;g 5\n', 'main;f 30\nmain;g 5\n')).toMatchObject({ f: 20 })
    expect(await rows(';main;f 10\n', ';main;f 30\n')).toEqual({ f: 20, main: 0 })
    expect(await rows('main;f 2 10\nmain;g 5\n', 'main;f 2 30\nmain;g 5\n')).toMatchObject({ 'f 2': 20 })
    expect(await refusal(`${'main;f 10\n'.repeat(9)}main;g 0x10\n`)).toMatch(/^broken.*main;g 0x10/)
  })

  const austin = (bytes: number, mode = 'memory') =>
    `# austin: 3.7.0\n# interval: 1000\n# mode: ${mode}\n\nP${bytes};T0:7;/app/c:d.py:<module>:3;/app/cache.py:add:9 ${bytes}\nP7;T0:7;:INVALID: 5\nP7;T0:7 -3\n\n# duration: 9\n`
  it('of Austin', async () => {
    expect(await rows(austin(100), austin(900), 'line')).toEqual({
      'add /app/cache.py:9': 800,
      '<module> /app/c:d.py:3': 0,
    })
    expect(await rows(austin(100, 'wall'), austin(900, 'wall'))).toMatchObject({ add: 800_000 })
    expect(await refusal(austin(1).replace('add:9 1', 'add:9 1,0,1'))).toMatch(/^not-supported.*austin2pprof/)
    expect(await refusal(austin(1).replace('add:9 1', 'add:9'))).toMatch(/^broken/)
  })

  const trace = (size: number) =>
    JSON.stringify([
      {
        size,
        traceback: [
          ['app.py', 3],
          ['cart.py', 9],
        ],
      },
    ])
  it('of tracemalloc', async () => {
    expect(await rows(trace(100), trace(1100), 'line')).toMatchObject({ 'cart.py cart.py:9': 1000 })
  })

  it('that were cut', async () => {
    const set = join(import.meta.dirname, 'fixtures/set')
    const heap = readFileSync(join(set, 'go-1.26.after.heap.1.txt'), 'utf8')
    for (const part of [0.3, 0.5, 0.7]) {
      const end = heap.indexOf('# runtime.MemStats')
      expect(await refusal(heap.slice(0, end * part))).toMatch(/^broken/)
    }
    const counts = readFileSync(join(set, 'go-1.26.after.threadcreate.1.txt'), 'utf8')
    expect(await refusal(counts.replace('total 5', 'total 6'))).toMatch(/^broken.*6 and holds 5/)
  })
})

describe('what is known and not read is named', () => {
  it.each([
    ['\xfd7zXZ\0\0', 'xz'],
    ['BZh91AY', 'bzip2'],
    ['\x78\x9c\xed', 'zlib'],
    ['PK\x03\x04\x14', 'zip'],
    [gzipSync(gzipSync('main;f 10\n')).toString('latin1'), 'gzip twice'],
    [gzipSync(`${'profile/heap.pb.gz'.padEnd(257, '\0')}ustar`).toString('latin1'), 'tar'],
    ['FLR\0\0\u0002', 'Flight Recorder'],
    ['JAVA PROFILE 1.0.2\0', 'hprof'],
    ['\x80\x04\x95', 'pickle'],
    ['\x04\b{\x10:\fversionf', 'stackprof'],
    ['{"version":1.2,"mode":"object","interval":1,"samples":6410}', 'stackprof'],
    ['<!DOCTYPE html><html>', 'web page'],
    ['--- symbol\nbinary=x\n', 'jeprof --collapsed'],
    ['PERFILE2\0', 'perf'],
    ['\x14\0\0\0!FastSerialization.1', 'gcdump'],
    ['Nettrace\x14\0\0\0!FastSerialization.1', 'nettrace'],
    ['          8,920  GC Heap bytes\n', '.NET'],
    ['MOJ\x03\x01austin\x003.7.0\0', 'mojo2austin'],
    ['{"key":"spx-full-20260101","exec_ts":1}', 'SPX'],
    ['[events]\n0 1 0.5 1024\n', 'SPX'],
    ['desc: --detailed-freq=1\ncmd: ./a\n', 'Valgrind'],
    ['version: 1\ncreator: xdebug 3.3\n', 'cachegrind'],
    ['v 10500 3\nX app\n', 'heaptrack'],
    ['\x7fELF\x02\x01', 'ELF'],
    [
      '=================================================================\n==7==ERROR: LeakSanitizer: x\n',
      'sanitizer',
    ],
    ['2026-01-01 10:00:00\nFull thread dump OpenJDK 64-Bit Server VM:\n', 'threads of Java'],
    [' num     #instances         #bytes  class name (module)\n---\n', 'jmap -histo'],
    ['{"type":"ROOT", "root":"vm"}\n', 'ObjectSpace'],
    ['=erl_crash_dump:0.5\n', 'Erlang'],
    ['{"version":"0.0.1","$schema":"https://www.speedscope.app/file-format-schema.json"}', 'speedscope'],
    ['{"nodes":[{"id":1,"callFrame":{"functionName":"(root)"}}],"samples":[1]}', 'CPU time'],
    ['{"traceEvents":[{"ph":"M"}]}', 'CPU time'],
    ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>\n', 'SVG'],
    ['--- threadz 1 ---\n\n--- Thread 7f (name: main/1) stack: ---\n', 'threadz'],
    [
      '------------------------------------------------\nMALLOC:  1048576 (1.0 MiB) Bytes in use\n',
      'allocator',
    ],
    ['___ Begin jemalloc statistics ___\nVersion: 5.3.0\n', 'allocator'],
    ['{"meta":{"interval":1,"product":"Ruby/Vernier"},"libs":[],"threads":[]}', 'Vernier'],
    ['{"meta":{"interval":1,"product":"Firefox"},"libs":[],"threads":[]}', 'Firefox'],
    ['{"activeProfileIndex":0,"exporter":"rbspy","shared":{"frames":[]}}', 'speedscope'],
    [gzipSync('rbspy02\n{"sampling":1}\n').toString('latin1'), 'rbspy'],
    ['app 1234 100.123456:     250000 cycles:u: \n\t    55d0 work+0x10 (/bin/app)\n', 'perf script'],
    ['Process 1234: python app.py\nPython v3.11.2 (/usr/bin/python3.11)\n', 'py-spy dump'],
    ['Version: 3.1.0\nFile format: 4\nTRACE START [2026-11-25 10:00:00.000]\n', 'Xdebug'],
    ['TRACE START [2026-11-25 10:00:00.000]\n    0.0003     393464   -> {main}() /app/x.php:0\n', 'Xdebug'],
    ['0 sleep <internal>:-1\n1 main /app/x.php:3\n# 1 2 3\n\n', 'phpspy'],
    ['{"main()":{"ct":1,"wt":100,"mu":1000}}', 'XHProf'],
    ['{"alloc_samples":5,"args":["x.py"],"elapsed_time_sec":1.0,"files":{}}', 'Scalene'],
    ['Partition of a set of 34090 objects. Total size = 2366226 bytes.\n', 'table of types'],
    ['Thread 1 (Thread 0x7f (LWP 1)):\n#0  0x00007f in poll ()\n', 'gdb'],
    ['==1234== Memcheck, a memory error detector\n', 'Valgrind'],
    ['Attaching to pid 7, Ctrl+C to quit.\n[10:00:00] Top 10 stacks with outstanding allocations:\n', 'bcc'],
    ['Process:         App [1234]\nPath:            /Applications/App\n', 'macOS'],
    ['<?xml version="1.0"?>\n<trace-query-result>\n', 'Instruments'],
    ['{"threadDump":{"processId":"1","threadContainers":[]}}', 'threads of Java'],
    ['1234:\n num     #instances         #bytes  class name (module)\n', 'jcmd'],
    ['1234:\n\nNative Memory Tracking:\n', 'jcmd'],
    ['Timestamp,Provider,Counter Name,Counter Type,Mean/Increment\n', 'dotnet-counters'],
    ['Process Dump\nThread (0x1A2B):\n  [Native Frames]\n', 'dotnet-stack'],
    ['\xe3\x01\x00{\x00\x00', 'pstats'],
  ])('%j', async (start, what) => {
    expect(await refusal(Buffer.from(start, 'latin1'))).toMatch(new RegExp(`^not-supported: .*${what}`))
  })

  it('all else is something else', async () => {
    for (const text of ['hello', '{}', '[]', '{"a": 1}\n', '\n\n\n', 'a b c\n'])
      expect(await refusal(text), text).toMatch(/^not-this-format/)
  })
})
