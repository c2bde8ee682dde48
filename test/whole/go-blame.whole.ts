import { expect, it } from 'vitest'
import { leakdiff, project } from '../cli/project.ts'

type Files = Readonly<Record<string, string>>

const testOf = (name: string, calls: string, more = '') =>
  `package ${name}\n\nimport "testing"\n\nfunc Test(t *testing.T) {\n\tfor range 10 {\n\t\t${calls}\n\t}\n}\n${more}`

/** Each package leaks a goroutine a call on head: for want of a line, or by one that reads otherwise. */
const packages = (on: 'base' | 'head'): Files => {
  const base = (text: string) => (on === 'base' ? text : '')
  const either = (before: string, after: string) => (on === 'base' ? before : after)
  return {
    // The dot is written %2e in names of functions.
    'go.mod': 'module example.com/shop.go\n\ngo 1.25\n',
    'hub/hub.go': `package hub

func watch(done chan struct{}) {
${either('', '\t// waits until the end\n')}	<-done
}

func Subscribe(f func()) {
	done := make(chan struct{})
	go watch(done)
	f()
${base('\tclose(done)\n')}}
`,
    'hub/hub_test.go': testOf('hub', 'Subscribe(func() {})'),
    'quic/client.go': `package quic

func Dial(streams int) bool {
	t := newTransport()
	t.start()
	if streams < 0 {
${base('\t\tt.Close()\n')}		return false
	}
	return true
}
`,
    'quic/transport.go': `package quic

type transport struct{ stop chan struct{} }

func newTransport() *transport { return &transport{make(chan struct{})} }

func (t *transport) start() { go t.loop() }

func (t *transport) loop() { <-t.stop }

func (t *transport) Close() { close(t.stop) }
`,
    'quic/client_test.go': testOf('quic', 'Dial(-1)'),
    'spans/processor.go': `package spans

import "sync"

type processor struct {
	wg   sync.WaitGroup
	stop chan struct{}
}

func newProcessor() *processor {
	p := &processor{stop: make(chan struct{})}
	p.wg.Go(p.process)
	return p
}

func (p *processor) process() {
	select {
	case <-p.stop:
	}
}
`,
    'spans/reload.go': `package spans

var current *processor

func Reload() {
${either('\tif current == nil {\n\t\tcurrent = newProcessor()\n\t}\n', '\tkeep(newProcessor())\n')}}

func keep(p *processor) { current = p }
`,
    'spans/reload_test.go': testOf('spans', 'Reload()'),
    'orders/orders.go': `package orders

var registered bool

// Register may be called once.
func Register() bool {
	was := registered
	registered = true
	return !was
}

func Order() {
	paid := make(chan int${base(', 1')})
	go pay(paid)
}

func pay(paid chan int) { paid <- 1 }
`,
    'orders/orders_test.go': testOf(
      'orders',
      'Order()',
      '\nfunc TestRegister(t *testing.T) {\n\tif !Register() {\n\t\tt.Fatal("twice")\n\t}\n}\n',
    ),
    'prices/prices.go': `package prices

import "fmt"

var Owner = "unknown"

func Watch(stop chan struct{}, look func()) {
	for {
		select {
		case <-stop:
			return
		default:
			look()
		}
	}
}

func Start(look func()) {
	stop := make(chan struct{})
${base('\tdefer close(stop)\n')}	go Watch(stop, look)
}

func Name() { fmt.Println(Owner); Owner = "ann" }
`,
    'prices/prices_test.go': `package prices

import (
	"testing"
	"time"
)

func Test(t *testing.T) {
	for range 10 {
		Start(func() { time.Sleep(10 * time.Millisecond) })
	}
}

func Example() {
	Name()
	// Output: unknown
}
`,
  }
}

it('tells of each goroutine that stays which line of the pull request is behind it, and what to do', async () => {
  const made = project(packages('base'), packages('head'))
  const { result, stdout } = await leakdiff(made, '--runtime', 'go', '--test', 'go test ./...')
  expect(result?.verdict, stdout).toBe('fail')
  const [workload] = result?.workloads ?? []
  const told = (workload?.findings ?? [])
    .filter(({ ruling }) => ruling === 'leak')
    .map((finding) => ({
      name: finding.function?.replace(/^.*\//, ''),
      file: finding.changedLines[0]?.file,
      line: finding.changedLines[0]?.text ?? finding.changedLines[0]?.why,
      next: JSON.stringify(finding.advice?.next),
    }))
  const of = (name: string) => told.find((one) => one.name === name)
  const owner = expect.stringMatching(/close the channel, or cancel the context.*of what owns it/)
  expect(of('hub.watch')).toMatchObject({ file: 'hub/hub.go', line: 'close(done)', next: owner })
  expect(of('quic.(*transport).loop')).toMatchObject({
    file: 'quic/client.go',
    line: 't.Close()',
    next: owner,
  })
  expect(of('spans.(*processor).process')).toMatchObject({ file: 'spans/reload.go' })
  expect(of('orders.pay')).toMatchObject({
    file: 'orders/orders.go',
    next: expect.stringContaining('give the channel room'),
  })
  expect(of('prices.Watch')).toMatchObject({ file: 'prices/prices.go', line: 'defer close(stop)' })
  expect(told.map(({ next }) => next).join()).not.toMatch(/connection|clear the timer/)
  const left = workload?.notes.map(({ text }) => text).join() ?? ''
  expect(left).toContain('`TestRegister` of example.com/shop.go/orders passes once')
  expect(left).toContain('`Example` of example.com/shop.go/prices passes once')
  expect(stdout).toContain('shop.go')
  expect(stdout).not.toContain('%2e')
})
