import { expect, it } from 'vitest'
import { changesBetween } from '../../src/checkout/changes/changes.ts'
import { changedLinesOf, isUntouched, type Leads } from '../../src/explain/blame/blame.ts'
import { pullRequest } from '../../src/explain/blame/pull-request.ts'
import type { Finding } from '../../src/judge/verdict.ts'
import { go } from '../../src/runtimes/go/index.ts'
import { jvm } from '../../src/runtimes/jvm/index.ts'
import { node } from '../../src/runtimes/node/index.ts'
import { python } from '../../src/runtimes/python/index.ts'
import type { SourceFiles } from '../../src/runtimes/source.ts'
import type { TrialFrame } from '../../src/trial/trial.ts'
import { commit, init, testFolder } from '../checkout/repositories.ts'

const folder = testFolder()

type Files = Readonly<Record<string, string>>
/** Where a frame of a stack stands: `hub.go: <-done`, by a piece of its line on head. */
interface Stacks {
  readonly stack: readonly string[]
  readonly creator?: string
  readonly ancestry?: readonly string[]
  readonly parts?: readonly string[]
  readonly holders?: readonly string[]
}

/** What is blamed when `base` becomes `head`, and whether nothing of it is touched. */
async function blamed(source: SourceFiles, base: Files, head: Files, stacks: Stacks) {
  const root = init(folder.make('blame'))
  const before = commit(root, 'base', base)
  const after = commit(root, 'head', head)
  const changes = await changesBetween({ root }, before, after, source.definitions)
  const pull = await pullRequest({ changes, head: root, source })
  const files = { ...base, ...head }
  const at = (place: string): TrialFrame => frameAt(files, place)
  const creators = stacks.creator === undefined ? [] : [{ frame: at(stacks.creator), count: 9 }]
  const stack = stacks.stack.map(at)
  const finding = {
    quantity: 'tasks',
    role: 'app',
    culprit: stack.at(-1) ?? null,
    site: { stack, tasks: { creators, state: null } },
    parts: (stacks.parts ?? []).map((part) => ({ culprit: at(part) })),
  } as unknown as Finding
  const leads: Leads = {
    frames: [],
    ancestry: (stacks.ancestry ?? []).map(at),
    holders: stacks.holders ?? [],
  }
  const [line, ...more] = changedLinesOf(pull, finding, leads)
  const text = line === undefined ? null : files[line.file]?.split('\n')[line.line - 1]?.trim()
  return {
    untouched: isUntouched(pull, finding, leads),
    blamed: line === undefined ? null : [line.why, `${line.file}: ${text}`, line.text ?? null],
    ...(more.length > 0 ? { more: more.map(({ why, text: was }) => [why, was ?? null]) } : {}),
  }
}

function frameAt(files: Files, place: string): TrialFrame {
  const [file = '', piece = '', site = 'f'] = place.split(/: | @ /)
  const index = files[file]?.split('\n').findIndex((line) => line.includes(piece)) ?? -1
  if (file === 'library') {
    const [name = '', version = ''] = piece.split('@')
    return {
      ...{ function: 'lib.f', site: 'lib.f', file: 'lib.f', line: 3 },
      location: { origin: 'dependency', package: name, version, path: null },
    }
  }
  if (index < 0) throw new Error(`no ${place}`)
  return { function: site, file, site, line: index + 1, location: { origin: 'project', path: file } }
}

const hub = (subscribe: string, wait = '\t<-done') => `package hub

// watch ends when the subscription ends.
func (h *Hub) watch(done chan struct{}) {
${wait}
	h.n--
}

// Subscribe calls f while it watches.
func (h *Hub) Subscribe(f func()) {
	done := make(chan struct{})
	go h.watch(done)
${subscribe}
}
`
const waiting = { stack: ['hub.go: <-done'], creator: 'hub.go: go h.watch' }

it('blames what was taken out of the function that created it, and no comment near the wait', async () => {
  const base = { 'hub.go': hub('\tf()\n\tclose(done)') }
  const head = { 'hub.go': hub('\tf()', '\t// waits until the end\n\t<-done') }
  expect(await blamed(go.source, base, head, waiting)).toEqual({
    blamed: ['removed', 'hub.go: f()', 'close(done)'],
    untouched: false,
  })
})

it('takes for no change what comments, space and moved brackets are', async () => {
  const base = { 'hub.go': hub('\tif true {\n\t\tf()\n\t}') }
  const head = { 'hub.go': hub('\t// f is called\n\tif true {\n\n\t\tf() // now\n\t}\n') }
  expect(await blamed(go.source, base, head, waiting)).toEqual({ blamed: null, untouched: true })
})

it('blames a line that stands in the place of another: a channel made unbuffered', async () => {
  const shop = (size: string) =>
    `package shop\n\nfunc Order() {\n\tc := make(chan int${size})\n\tgo pay(c)\n}\n\nfunc pay(c chan int) { c <- 1 }\n`
  const stacks = { stack: ['shop.go: c <- 1'], creator: 'shop.go: go pay' }
  expect(
    (await blamed(go.source, { 'shop.go': shop(', 1') }, { 'shop.go': shop('') }, stacks)).blamed,
  ).toEqual(['rewritten', 'shop.go: c := make(chan int)', 'c := make(chan int, 1)'])
})

const transport = `package quic

func (t *Transport) init() {
	go t.loop()
}

func (t *Transport) loop() {
	<-t.stop
}

func (t *Transport) Close() { close(t.stop) }
`
const client = (close: string) => `package quic

func Dial(streams int) (*Transport, error) {
	t := newTransport()
	t.init()
	if streams < 0 {
${close}		return nil, errStreams
	}
	return t, nil
}
`
const loop = { stack: ['transport.go: <-t.stop'], creator: 'transport.go: go t.loop' }

it('blames what was taken out of a caller in another file, where the calls that led to it are known', async () => {
  const base = { 'transport.go': transport, 'client.go': client('\t\tt.Close()\n') }
  const head = { ...base, 'client.go': client('') }
  const led = { ...loop, ancestry: ['transport.go: go t.loop', 'client.go: t.init()'] }
  expect((await blamed(go.source, base, head, led)).blamed).toEqual([
    'removed',
    'client.go: if streams < 0 {',
    't.Close()',
  ])
})

it('blames a line of another file where a caller makes what is waited for', async () => {
  const make = (size: string) =>
    `package quic\n\nfunc newTransport() *Transport {\n\treturn &Transport{make(chan int${size})}\n}\n`
  const base = { 'transport.go': transport, 'client.go': client(''), 'make.go': make(', 8') }
  const led = { ...loop, ancestry: ['client.go: t.init()'] }
  expect((await blamed(go.source, base, { ...base, 'make.go': make('') }, led)).blamed?.[0]).toBe('rewritten')
})

it('blames what was taken out of another method of the same type', async () => {
  const base = {
    'transport.go': transport.replace(
      'func (t *Transport) Close() { close(t.stop) }',
      'func (t *Transport) Close() {\n\tt.log()\n\tclose(t.stop)\n}',
    ),
  }
  const head = { 'transport.go': base['transport.go'].replace('\tclose(t.stop)\n', '') }
  const stacks = { stack: ['transport.go: <-t.stop @ quic.(*Transport).loop'], creator: loop.creator }
  expect((await blamed(go.source, base, head, stacks)).blamed).toEqual([
    'removed',
    'transport.go: t.log()',
    'close(t.stop)',
  ])
})

it('blames a line of what makes the type, beside an edit of something else', async () => {
  const make = (size: string) =>
    `package quic\n\nfunc New() *Transport {\n\treturn &Transport{make(chan int${size})}\n}\n`
  const other = (n: number) => `package quic\n\nfunc log() {\n\tprint(${n})\n}\n`
  const base = { 'transport.go': transport, 'make.go': make(', 8'), 'log.go': other(1) }
  const head = { ...base, 'make.go': make(''), 'log.go': other(2) }
  const stacks = { stack: ['transport.go: <-t.stop @ quic.(*Transport).loop'], creator: loop.creator }
  const { blamed: line } = await blamed(go.source, base, head, stacks)
  expect(line).toEqual([
    'rewritten',
    'make.go: return &Transport{make(chan int)}',
    'return &Transport{make(chan int, 8)}',
  ])
})

it('what was taken out is told beside a wait that was merely rewritten', async () => {
  const base = { 'hub.go': hub('\tf()\n\tclose(done)') }
  const head = { 'hub.go': hub('\tf()', '\t_ = <-done') }
  const root = init(folder.make('both'))
  const [before, after] = [commit(root, 'base', base), commit(root, 'head', head)]
  const changes = await changesBetween({ root }, before, after, go.source.definitions)
  const pull = await pullRequest({ changes, head: root, source: go.source })
  const [wait, creator] = ['hub.go: <-done', 'hub.go: go h.watch'].map((place) => frameAt(head, place))
  const tasks = { creators: [{ frame: creator, count: 1 }], state: null }
  const finding = { culprit: wait, site: { stack: [wait], tasks }, parts: [] } as unknown as Finding
  const lines = changedLinesOf(pull, finding, { frames: [], ancestry: [], holders: [] })
  expect(lines.map(({ text, why }) => [why, text])).toEqual([
    ['stack', undefined],
    ['removed', 'close(done)'],
  ])
})

it('what is taken out comes before what is new, and both before a test that was rewritten', async () => {
  const test = (rounds: number) =>
    `package quic\n\nfunc TestDial(t *testing.T) {\n\tfor range ${rounds} {\n\t\tDial(-1)\n\t}\n}\n`
  const base = {
    'transport.go': transport,
    'client.go': client('\t\tt.Close()\n'),
    'client_test.go': test(10),
  }
  const head = {
    'transport.go': transport.replace('\tgo t.loop()', '\tt.count()\n\tgo t.loop()'),
    'client.go': client(''),
    'client_test.go': test(20),
  }
  const led = { ...loop, ancestry: ['client.go: t.init()', 'client_test.go: Dial(-1)'] }
  expect((await blamed(go.source, base, head, led)).blamed?.[2]).toBe('t.Close()')
  const withClose = { ...head, 'client.go': base['client.go'] }
  expect((await blamed(go.source, base, withClose, led)).blamed).toEqual([
    'near',
    'transport.go: t.count()',
    null,
  ])
})

it('a line on the way to a task counts as one of its stack', async () => {
  const reload = (get: string) => `package caddy\n\nfunc Reload() {\n\tget(${get})\n}\n`
  const base = {
    'reload.go': reload('otel.New'),
    'otel.go': 'package otel\n\nfunc process() {\n\t<-stop\n}\n',
  }
  const head = { ...base, 'reload.go': reload('otel.New()') }
  const stacks = { stack: ['otel.go: <-stop'], creator: 'library: sync@1', ancestry: ['reload.go: get('] }
  expect((await blamed(go.source, base, head, stacks)).blamed).toEqual([
    'stack',
    'reload.go: get(otel.New())',
    null,
  ])
})

it('a package by way of which a task was started is told as that', async () => {
  const mod = (version: string) => `module a.com/b\n\nrequire a.com/alerts ${version}\n`
  const base = { 'go.mod': mod('v1.5.0'), 'main.go': 'package main\n\nfunc main() {\n\tserve()\n}\n' }
  const stacks = { stack: ['library: net@1'], ancestry: ['library: a.com/alerts@v1.5.1', 'main.go: serve()'] }
  const { blamed: line } = await blamed(go.source, base, { ...base, 'go.mod': mod('v1.5.1') }, stacks)
  expect(line?.[0]).toBe('dependency')
})

it('says that nothing of it is touched only where that was seen', async () => {
  const base = {
    'transport.go': transport,
    'client.go': client(''),
    'other.go': 'package quic\n\nvar a = 1\nvar b = 2\n',
  }
  const head = { ...base, 'other.go': 'package quic\n\nvar a = 2\nvar b = 3\n\nfunc f() { a++ }\n' }
  const seen = { ...loop, ancestry: ['client.go: t.init()'] }
  expect(await blamed(go.source, base, head, seen)).toMatchObject({ untouched: true })
  const unseen = { stack: loop.stack, creator: 'library: sync@1' }
  expect(await blamed(go.source, base, head, unseen)).toMatchObject({ untouched: false })
})

const app = (handler: string) => `const bus = new EventEmitter()

router.get('/prices', (context) => {
${handler}  context.body = { eur: 1 }
})
`

it('JavaScript: blames the new line that names what holds it, where a framework made what grows', async () => {
  const head = { 'app.js': app("  bus.on('price', (price) => {\n    context.last = price\n  })\n") }
  const stacks = {
    stack: ['library: koa@2.0.0'],
    holders: ['bus → EventEmitter → _events → price → Array → function'],
  }
  expect(await blamed(node.source, { 'app.js': app('') }, head, stacks)).toEqual({
    blamed: ['holder', "app.js: bus.on('price', (price) => {", null],
    untouched: false,
  })
})

it('Java: blames the new line that names the static field which holds it', async () => {
  const shop = (line: string) =>
    `class Shop {\n  static Map<Integer, Session> sessions;\n\n  void order(int number) {\n    work(number);\n${line}  }\n}\n`
  const put = '    sessions.put(number, new Session(number));\n'
  const stacks = { stack: ['library: java.util@1'], holders: ['static Shop.sessions → HashMap → Session'] }
  expect(
    await blamed(jvm.source, { 'Shop.java': shop('') }, { 'Shop.java': shop(put) }, stacks),
  ).toMatchObject({
    blamed: ['holder', `Shop.java: ${put.trim()}`, null],
  })
})

it('JavaScript: tells what stood in the place of a line that names what holds it', async () => {
  const handler = (line: string) => `  seen.set(context.id, context)\n  ${line}\n`
  const base = { 'app.js': app(handler('seen.delete(context.id)')) }
  const head = { 'app.js': app(handler('seen.get(context.id)')) }
  const stacks = { stack: ['library: koa@2.0.0'], holders: ['seen → Map → Context'] }
  expect((await blamed(node.source, base, head, stacks)).blamed).toEqual([
    'holder',
    'app.js: seen.get(context.id)',
    'seen.delete(context.id)',
  ])
})

it('JavaScript: blames what was taken out of the function, not what is new beside it', async () => {
  const watch = (end: string) => `export class Watch {
  start() {
    this.timer = setInterval(() => this.look(), 100)
    this.count++
${end}  }

  look() {
    this.seen++
  }
}
`
  const base = { 'watch.js': watch('    this.owner.once("close", () => clearInterval(this.timer))\n') }
  const head = { 'watch.js': watch('').replace('this.seen++', 'this.seen += 2') }
  expect((await blamed(node.source, base, head, { stack: ['watch.js: setInterval'] })).blamed).toEqual([
    'removed',
    'watch.js: this.count++',
    'this.owner.once("close", () => clearInterval(this.timer))',
  ])
})

it('Python: blames what was taken out of the function, and no documentation', async () => {
  const serve = (doc: string, end: string) => `def serve(request):
    """${doc}"""
    task = asyncio.create_task(watch(request))
    tasks.add(task)
${end}    return task
`
  const base = { 'serve.py': serve('Serves.', '    task.add_done_callback(tasks.discard)\n') }
  const head = { 'serve.py': serve('Serves a request.', '') }
  expect((await blamed(python.source, base, head, { stack: ['serve.py: create_task'] })).blamed).toEqual([
    'removed',
    'serve.py: tasks.add(task)',
    'task.add_done_callback(tasks.discard)',
  ])
})

it('JavaScript: tells what was taken out and what was rewritten, where either may have let go of it', async () => {
  const emitter = (on: string, off: string) => `Emitter.prototype.on = function (type, listener) {
  this.listeners.push(listener)
  return ${on}
}

Emitter.prototype.waitFor = function (event) {
  return new Promise((resolve) => {
    const listener = () => {
${off}      resolve()
    }
    this.on(event, listener)
  })
}
`
  const base = { 'emitter.js': emitter('handle', '      this.off(event, listener)\n') }
  const head = { 'emitter.js': emitter('this', '') }
  const stack = ['emitter.js: this.on(event', 'emitter.js: listeners.push']
  expect(await blamed(node.source, base, head, { stack })).toMatchObject({
    blamed: ['removed', 'emitter.js: const listener = () => {', 'this.off(event, listener)'],
    more: [['rewritten', 'return handle']],
  })
})

it('a block that is emptied on one line is what was in it, taken out', async () => {
  const order = (pay: string): Files => ({
    'shop.js': `class Order {\n  constructor() {\n    this.expiry = setTimeout(() => this.giveUp(), 1e6)\n  }\n\n${pay}\n\n  giveUp() {}\n}\n`,
  })
  const base = order('  pay() {\n    clearTimeout(this.expiry)\n  }')
  const stacks = { stack: ['shop.js: this.expiry = @ Order'] }
  expect(await blamed(node.source, base, order('  pay() {}'), stacks)).toMatchObject({
    blamed: ['removed', 'shop.js: pay() {}', 'clearTimeout(this.expiry)'],
  })
})
