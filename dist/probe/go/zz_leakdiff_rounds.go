//go:build linux

// This file and the one beside it are added to the standard library's package testing by leakdiff, for the time of a measurement. They
// do nothing unless LEAKDIFF_SOCKETS is set. M.Run, whose own code is runOnce then, becomes a loop on the goroutine that called it:
// it answers questions, and runs the tests whenever one of them is
//
//	round      {"executed":3,"failed":"TestX","code":1}
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

var zzleakdiffTests struct {
	directory string
	begun     bool
	ended     bool
	code      int
	run       func() int
	name      string
	lock      zzleakdiffsync.Mutex
	executed  int
	failed    string
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
		t.executed, t.failed = 0, ""
		fd := p.connection
		code := t.run()
		if code > t.code {
			t.code = code
		}
		p.connection = fd
		b := append(p.answer[:0], `{"executed":`...)
		b = zzleakdiffstrconv.AppendInt(b, int64(t.executed), 10)
		b = append(b, `,"code":`...)
		b = zzleakdiffstrconv.AppendInt(b, int64(code), 10)
		b = append(b, `,"failed":`...)
		b = zzleakdiffstrconv.AppendQuoteToASCII(b, t.failed)
		p.Write(append(b, '}', '\n'))
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
	if failed && t.failed == "" {
		t.failed = test.name
	}
	t.lock.Unlock()
}

func zzleakdiffExamples(ran, ok bool) {
	t := &zzleakdiffTests
	t.lock.Lock()
	if ran {
		t.executed++
	}
	if !ok && t.failed == "" {
		t.failed = "an example"
	}
	t.lock.Unlock()
}
