import type { OwnProfiles, Tools } from '../runtime.ts'

/** The go command builds, and starts what it has built. */
export const tools: Tools = {
  wraps: (program) => program === 'go',
  lists: { GOFLAGS: { separator: ' ' }, GODEBUG: { separator: ',' } },
}

/** https://pkg.go.dev/runtime/pprof and https://pkg.go.dev/net/http/pprof. */
export const ownProfiles: OwnProfiles = {
  howTo: {
    snapshot:
      'Write it with pprof.Lookup("heap").WriteTo(w, 0) or pprof.WriteHeapProfile; tasks with pprof.Lookup("goroutine").WriteTo(w, 0), 1 or 2.',
    files:
      'Write the heap with pprof.WriteHeapProfile after runtime.GC(), goroutines with pprof.Lookup("goroutine").WriteTo(w, 0), 1 or 2; close the file, and end only then.',
  },
  endpoint: 'the URL that ends with /debug/pprof',
  // Go's own default; a program measured at it names less than one that leakdiff instruments.
  coarse: { period: 512 * 1024, remedy: 'Start it with GODEBUG=memprofilerate=16384.' },
}
