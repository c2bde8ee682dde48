import { expect, it } from 'vitest'
import type { Frame } from '../../../src/profile/profile.ts'
import { ignoreRules } from '../../../src/runtimes/go/ignore-rules.ts'
import { packageOf, readable, site } from '../../../src/runtimes/go/site.ts'

const frame = (name: string): Frame => ({ function: name, file: '', line: 0 })

it.each([
  ['main.main', 'main.main'],
  ['main.main.func1', 'main.main.func'],
  ['main.main.func1.2', 'main.main.func'],
  ['main.main.func1.2.func3', 'main.main.func'],
  ['main.(*server).run.func2.gowrap1', 'main.(*server).run.func'],
  ['main.serve.gowrap3', 'main.serve'],
  ['main.serve.deferwrap1', 'main.serve'],
  ['main.each-range1', 'main.each'],
  ['main.each.func2-range11', 'main.each.func'],
  ['main.(*T).Close-fm', 'main.(*T).Close'],
  ['main.init.0.func1', 'main.init.func'],
  ['main.glob..func7', 'main.glob..func'],
  ['slices.SortFunc[...]', 'slices.SortFunc'],
  ['main.(*Cache[go.shape.string,go.shape.struct { a []int }]).Put.func1', 'main.(*Cache).Put.func'],
  ['main.Map[example.com/x.Key[int]].Get', 'main.Map.Get'],
  ['main.main.run.func1.(*T).do.func2', 'main.main.run.func.(*T).do.func'],
  ['gopkg.in/yaml%2ev3.(*Node).func1x', 'gopkg.in/yaml%2ev3.(*Node).func1x'],
  ['main.func1', 'main.func'],
  ['main.handler2', 'main.handler2'],
])('%s is at %s', (name, expected) => {
  expect(site(frame(name))).toBe(expected)
})

it.each([
  ['gopkg.in/yaml%2ev3.(*Node).Decode', 'gopkg.in/yaml.v3.(*Node).Decode'],
  ['example.com/caf%c3%a9%22.Open', 'example.com/café".Open'],
  ['main.main', 'main.main'],
  // Neither text nor anything that may be printed.
  ['example.com/a%ff%fe.F', 'example.com/a%ff%fe.F'],
  ['example.com/a%1b%0a.F', 'example.com/a%1b%0a.F'],
  ['example.com/100%.F', 'example.com/100%.F'],
])('%s reads %s', (name, expected) => {
  expect(readable(name)).toBe(expected)
})

it.each([
  ['main.main', 'main'],
  ['net/http.(*conn).serve', 'net/http'],
  ['github.com/x/y/v2.(*T).M', 'github.com/x/y/v2'],
  ['gopkg.in/yaml%2ev3.(*Node).Decode', 'gopkg.in/yaml.v3'],
  ['example.com/a.F[example.com/b/c.T]', 'example.com/a'],
  ['example.com/a.(*T[example.com/b/c.T]).M', 'example.com/a'],
  ['vendor/golang.org/x/net/idna.init', 'vendor/golang.org/x/net/idna'],
])('%s is of package %s', (name, expected) => {
  expect(packageOf(name)).toBe(expected)
})

it.each([
  ['tasks', ['runtime/pprof.zzleakdiffServe', 'syscall.Accept4'], 'leakdiff-probe'],
  [
    'heap-bytes',
    ['runtime/pprof.(*zzleakdiffProbe).profile', 'runtime/pprof.(*Profile).WriteTo'],
    'leakdiff-probe',
  ],
  [
    'tasks',
    ['net/http.(*conn).serve', 'net/http/pprof.handler.ServeHTTP', 'runtime/pprof.writeGoroutine'],
    'profiler',
  ],
  [
    'heap-bytes',
    ['main.main', 'runtime/pprof.StartCPUProfile', 'runtime/pprof.newProfileBuilder'],
    'profiler',
  ],
  // It runs its caller's code, and keeps what its caller hands over.
  [
    'heap-bytes',
    ['main.labelled.func1', 'runtime/pprof.Do', 'main.labelled.func1.1', 'main.serve'],
    undefined,
  ],
  ['tasks', ['main.labelled.func1', 'runtime/pprof.Do', 'main.serve'], undefined],
  ['heap-bytes', ['main.open', 'runtime/pprof.(*Profile).Add'], undefined],
  ['heap-bytes', ['main.serve', 'runtime/pprof.WithLabels'], undefined],
  ['heap-objects', ['runtime.newproc1', 'runtime.malg', 'runtime.mallocgc'], 'runtime-alone'],
  ['heap-bytes', ['runtime.main', 'runtime.doInit'], 'runtime-alone'],
  ['tasks', ['net/http.(*persistConn).readLoop'], undefined],
  ['tasks', ['time.Sleep'], undefined],
  ['tasks', ['main.zzleakdiff'], undefined],
  ['heap-bytes', ['runtime/debug.SetGCPercent'], undefined],
  ['heap-bytes', ['main.main', 'bytes.growSlice'], undefined],
  ['heap-bytes', [], undefined],
] as const)('of %s, %j is ignored by %s', (quantity, names, expected) => {
  const stack = names.map(frame)
  const rule = ignoreRules.find((r) => (r.quantity === 'any' || r.quantity === quantity) && r.matches(stack))
  expect(rule?.name).toBe(expected)
})
