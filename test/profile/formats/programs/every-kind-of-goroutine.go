// Parks one goroutine of every kind whose stack the three forms of a goroutine profile tell differently, then writes all three into
// the directory given. Nothing moves in between, so that they must agree.
package main

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"sync"
	"syscall"
	"time"
)

type pool[T any] struct{ items chan T }

func (p *pool[T]) drain()              { <-p.items }
func (p *pool[T]) each(f func(T) bool) { f(<-p.items) }
func drainAll[K comparable, V any](m map[K]chan V) {
	for _, c := range m {
		<-c
	}
}

type worker interface{ work() }
type sleeper struct{ c chan int }

func (s sleeper) work() { <-s.c }

type wrapped struct{ *sleeper }

var started = make(chan bool, 100)

func deep(n int, c chan int) {
	if n == 0 {
		<-c
	}
	deep(n-1, c)
}

func small(c chan int)   { inlined(c) }
func inlined(c chan int) { <-c }

func deferredWait(c chan int) {
	defer func() { <-c; recover() }()
	panic("wait in a deferred call")
}

func deferredAfterNil(c chan int) {
	defer func() { <-c; recover() }()
	var p *sleeper
	_ = p.c
}

func main() {
	debug.SetGCPercent(-1)
	c, full := make(chan int), make(chan int) // nobody sends on c, nobody receives from full
	var mu sync.Mutex
	mu.Lock()
	var wg sync.WaitGroup
	wg.Add(1)
	r, _, _ := os.Pipe()
	fds := make([]int, 2)
	syscall.Pipe(fds)
	p := &pool[int]{items: make(chan int)}
	q := &pool[[]string]{items: make(chan []string)}
	w := worker(wrapped{&sleeper{c}})
	s := sleeper{c}
	kinds := []func(){
		func() { <-c },
		func() { full <- 1 },
		func() { select {} },
		func() { var never chan int; <-never },
		func() {
			select {
			case <-c:
			case full <- 1:
			}
		},
		func() { time.Sleep(time.Hour) },
		func() { mu.Lock() },
		func() { wg.Wait() },
		func() {
			sync.NewCond(&sync.Mutex{}).L.Lock()
			cond := sync.NewCond(&sync.Mutex{})
			cond.L.Lock()
			cond.Wait()
		},
		func() { r.Read(make([]byte, 1)) },
		func() { syscall.Read(fds[0], make([]byte, 1)) },
		func() { runtime.LockOSThread(); <-c },
		func() { deep(20, c) },
		func() { small(c) },
		func() { deferredWait(c) },
		func() { deferredAfterNil(c) },
		func() { drainAll(map[string]chan []byte{"a": make(chan []byte)}) },
		func() { q.each(func([]string) bool { return true }) },
		p.drain,
		q.drain,
		w.work,
		s.work,
	}
	for _, kind := range kinds {
		go kind()
		go func() { started <- true; kind() }()
	}
	for i := 0; i < 3; i++ {
		go p.drain()
		go deep(i, c)
	}
	finalizing := make(chan bool, 1)
	runtime.SetFinalizer(&sleeper{c}, func(s *sleeper) { finalizing <- true; <-s.c })
	for range kinds {
		<-started
	}
	for len(finalizing) == 0 {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	settle()
	for debug := 0; debug < 3; debug++ {
		file, err := os.Create(filepath.Join(os.Args[1], "debug"+strconv.Itoa(debug)))
		if err != nil {
			panic(err)
		}
		pprof.Lookup("goroutine").WriteTo(file, debug)
		file.Close()
	}
}

// Until two looks, some time apart, see the same.
func settle() {
	before := ""
	for {
		time.Sleep(50 * time.Millisecond)
		buf := make([]byte, 1<<20)
		now := string(buf[:runtime.Stack(buf, true)])
		if now == before {
			return
		}
		before = now
	}
}
