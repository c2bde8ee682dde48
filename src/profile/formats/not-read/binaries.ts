import type { Other } from './other.ts'

const give = 'Give the profile itself: a heap profile as pprof, before and after.'
const unpack = 'Unpack it, and give the profile that is in it.'

/** Files of others, and profiles in binary that have a name of their own. */
export const binaries: readonly Other[] = [
  { starts: ['7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07'], what: 'an archive (7z, rar)', remedy: unpack },
  {
    starts: ['\x1f\x9d', '\x1f\xa0'],
    what: 'compressed by compress',
    remedy: 'Decompress it: `uncompress`.',
  },
  { starts: ['\x5d\0\0'], what: 'compressed by lzma', remedy: 'Decompress it: `unlzma`.' },
  { starts: ['\x89PNG', '%PDF-', 'GIF8', '\xff\xd8\xff'], what: 'a picture or a document', remedy: give },
  { starts: ['SQLite format 3\0'], what: 'a database (SQLite)', remedy: give },
  {
    starts: ['bplist00'],
    what: 'a property list of macOS, such as a memory graph',
    remedy: 'It is read by `leaks FILE`. Give stacks folded: `main;serve;add 42`, a line each.',
  },
  {
    starts: ['MDMP', 'PAGEDU64', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', 'MZ\x90'],
    what: 'a program or a dump of its memory',
    remedy: give,
  },
  {
    starts: /^go1\.\d+ heap dump\n/,
    what: 'a dump of the heap of Go (debug.WriteHeapDump)',
    remedy: 'Write a heap profile: `pprof.WriteHeapProfile`, /debug/pprof/heap.',
  },
  {
    // A header of words of 8 bytes, or 4: none, three words, version 0.
    starts: [`${'\0'.repeat(8)}\x03${'\0'.repeat(15)}`, `${'\0'.repeat(4)}\x03${'\0'.repeat(7)}`],
    what: 'a CPU profile of gperftools',
    remedy: 'It holds no heap. Give its heap profile: HEAPPROFILE.',
  },
]
