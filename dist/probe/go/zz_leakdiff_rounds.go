//go:build linux

// This file and the one beside it are added to the standard library's package testing by leakdiff, for the time of a measurement. They
// do nothing unless LEAKDIFF_SOCKETS is set. M.Run, whose own code is runOnce then, becomes a loop on the goroutine that called it:
// it answers questions, and runs the tests whenever one of them is
//
//	round      {"executed":3,"failed":["TestX/part"],"code":1}
//	leave      {}                                      those that have just failed are skipped from now on
//	end        {}                                      M.Run returns
//
// No goroutine is started: packages that look for leaked ones must not find ours.
package testing

import (
	zzleakdiffflag "flag"
	zzleakdiffos "os"
	zzleakdiffruntime "runtime"
	zzleakdiffstrconv "strconv"
	zzleakdiffsync "sync"
	zzleakdiffsyscall "syscall"
)

type zzleakdiffState struct {
	directory string
	begun     bool
	ended     bool
	code      int
	run       func() int
	name      string
	lock      zzleakdiffsync.Mutex
	executed  int
	failed    []string
	after     []func() int
}

var zzleakdiffTests zzleakdiffState

// ZzleakdiffAfterRound has what is added to a package called after each round; it returns how many goroutines a test framework has kept
// of that round for itself.
func ZzleakdiffAfterRound(call func() int) {
	zzleakdiffTests.after = append(zzleakdiffTests.after, call)
}

// What a test starts must not wait for rounds: it inherits an environment without us.
func init() {
	zzleakdiffTests.directory = zzleakdiffos.Getenv("LEAKDIFF_SOCKETS")
	rate, _ := zzleakdiffstrconv.Atoi(zzleakdiffos.Getenv("LEAKDIFF_RATE"))
	zzleakdiffos.Unsetenv("LEAKDIFF_SOCKETS")
	zzleakdiffos.Unsetenv("LEAKDIFF_RATE")
	if zzleakdiffTests.directory != "" && rate > 0 {
		zzleakdiffruntime.MemProfileRate = rate
	}
}

// Run runs the tests, as often as leakdiff asks for.
func (m *M) Run() (code int) {
	if !zzleakdiffflag.Parsed() {
		zzleakdiffflag.Parse()
	}
	t := &zzleakdiffTests
	if t.directory == "" || t.begun || *matchList != "" || *isFuzzWorker {
		return m.runOnce()
	}
	t.begun = true
	// They are meant for one run of the tests.
	*timeout = 0
	*testlog = ""
	*matchFuzz = "" // the seeds of fuzz targets are run as tests
	p := &zzleakdiffOnly
	p.path = t.directory + "/go-" + zzleakdiffstrconv.Itoa(zzleakdiffos.Getpid()) + ".sock"
	if err := p.listen(); err != nil {
		zzleakdiffos.Stderr.WriteString("leakdiff: cannot listen on " + p.path + ": " + err.Error() + "\n")
		return m.runOnce()
	}
	t.run, t.name = m.runOnce, m.deps.ImportPath()
	for !t.ended {
		p.next()
	}
	zzleakdiffsyscall.Close(p.listener)
	zzleakdiffsyscall.Unlink(p.path)
	return t.code
}

// more answers what only tests are asked.
func (p *zzleakdiffProbe) more(request string) {
	t := &zzleakdiffTests
	switch request {
	case "name":
		b := append(p.answer[:0], `{"name":`...)
		b = zzleakdiffstrconv.AppendQuoteToASCII(b, t.name)
		p.Write(append(b, '}', '\n'))
	case "round":
		t.executed, t.failed = 0, nil
		fd := p.connection
		code := t.run()
		for _, call := range t.after {
			zzleakdiffOwnTasks += call()
		}
		if code > t.code {
			t.code = code
		}
		p.connection = fd
		b := append(p.answer[:0], `{"executed":`...)
		b = zzleakdiffstrconv.AppendInt(b, int64(t.executed), 10)
		b = append(b, `,"code":`...)
		b = zzleakdiffstrconv.AppendInt(b, int64(code), 10)
		b = append(b, `,"failed":[`...)
		for i, name := range t.failed {
			if i > 0 {
				b = append(b, ',')
			}
			b = zzleakdiffstrconv.AppendQuoteToASCII(b, name)
		}
		p.Write(append(b, ']', '}', '\n'))
	case "leave":
		for _, name := range t.failed {
			if *skip != "" {
				*skip += "|"
			}
			*skip += zzleakdiffPattern(name)
		}
		t.code = 0
		p.Write(append(p.answer[:0], '{', '}', '\n'))
	case "end":
		t.ended = true
		p.Write(append(p.answer[:0], '{', '}', '\n'))
	}
}

// zzleakdiffReport is called when a test has ended; subtests before the test that they are a part of.
func zzleakdiffReport(test *T) {
	t := &zzleakdiffTests
	if test.parent == nil || test.Skipped() {
		return
	}
	failed := test.Failed()
	t.lock.Lock()
	t.executed++
	if failed {
		t.add(test.name)
	}
	t.lock.Unlock()
}

// zzleakdiffExample is called with what came of an example.
func zzleakdiffExample(name string, ok bool) bool {
	t := &zzleakdiffTests
	t.lock.Lock()
	t.executed++
	if !ok {
		t.add(name)
	}
	t.lock.Unlock()
	return ok
}

// A test fails with any of its parts: the parts are what failed.
func (t *zzleakdiffState) add(name string) {
	for _, part := range t.failed {
		if len(part) > len(name) && part[:len(name)] == name && part[len(name)] == '/' {
			return
		}
	}
	if len(t.failed) < 1000 {
		t.failed = append(t.failed, name)
	}
}

// zzleakdiffPattern is what -skip takes for the one test of a name: a pattern for each of its levels.
func zzleakdiffPattern(name string) string {
	b := []byte{'^'}
	for i := 0; i < len(name); i++ {
		switch c := name[i]; c {
		case '/':
			b = append(b, '$', '/', '^')
		case '\\', '.', '+', '*', '?', '(', ')', '|', '[', ']', '{', '}', '^', '$':
			b = append(b, '\\', c)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '$'))
}
