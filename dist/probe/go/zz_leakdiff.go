//go:build linux

// This file is added to package runtime/pprof by leakdiff, for the time of a measurement: there it is compiled once for all programs,
// and meets no name of theirs. It does nothing unless LEAKDIFF_SOCKETS is set.
// It answers on $LEAKDIFF_SOCKETS/go-<pid>.sock, one request a connection: a line, then the answer until the end of the stream.
//
//	hello      {"pid":1,"go":"go1.26.8"}
//	collect    {}                                      two collections: the second one frees what sync.Pool had kept
//	count      {"tasks":1,"heapBytes":1,"heapObjects":1}     one collection, then the totals, less what this file holds
//	goroutine  the profile, a newline, {"bytes":1,"error":""}
//	heap       the same; of the last collection
//	dumpable   {"dumpable":true}
//	dump       the same as goroutine, as text with state and creator
//
// Raw system calls and static buffers, because package net would change how the program is linked and what it holds.
package pprof

import (
	"os"
	"runtime"
	"strconv"
	"syscall"
)

// A dump stops the world for as long as it takes to print every goroutine.
const zzleakdiffMostDumped = 20000

// The tables that profiles need are never larger; when more appears meanwhile, the program allocated it.
const zzleakdiffMostHeld = 32768

type zzleakdiffProbe struct {
	path        string
	listener    int
	connection  int
	sent        int64
	warm        bool
	discarding  bool
	heldBytes   int64
	heldObjects int64
	memory      runtime.MemStats
	request     [64]byte
	answer      [256]byte
}

var zzleakdiffOnly zzleakdiffProbe

// The goroutine of the probe itself.
const zzleakdiffOwnTasks = 1

func init() {
	zzleakdiffStart()
}

func zzleakdiffStart() {
	directory := os.Getenv("LEAKDIFF_SOCKETS")
	if directory == "" {
		return
	}
	p := &zzleakdiffOnly
	p.path = directory + "/go-" + strconv.Itoa(os.Getpid()) + ".sock"
	if p.taken() {
		return // the program has a probe already, and this is a plugin of it
	}
	if err := p.listen(); err != nil {
		os.Stderr.WriteString("leakdiff: cannot listen on " + p.path + ": " + err.Error() + "\n")
		return
	}
	go zzleakdiffServe()
}

func (p *zzleakdiffProbe) allocated() (bytes, objects int64) {
	runtime.ReadMemStats(&p.memory)
	return int64(p.memory.HeapAlloc), int64(p.memory.HeapObjects)
}

// warmUp writes both profiles to nowhere: the tables that the first writing makes stay for good, and are ours.
func (p *zzleakdiffProbe) warmUp() {
	if p.warm {
		return
	}
	p.warm = true
	runtime.GC()
	runtime.GC()
	bytes, objects := p.allocated()
	p.discarding = true
	Lookup("goroutine").WriteTo(p, 0)
	Lookup("heap").WriteTo(p, 0)
	p.discarding = false
	runtime.GC()
	runtime.GC()
	nowBytes, nowObjects := p.allocated()
	if held := nowBytes - bytes; held >= 0 && held <= zzleakdiffMostHeld {
		p.heldBytes, p.heldObjects = held, nowObjects-objects
	}
}

// taken tells whether somebody answers on the path; a file left by an earlier process of this id does not.
func (p *zzleakdiffProbe) taken() bool {
	fd, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return false
	}
	err = syscall.Connect(fd, &syscall.SockaddrUnix{Name: p.path})
	syscall.Close(fd)
	return err == nil
}

func (p *zzleakdiffProbe) listen() error {
	name := p.bound()
	syscall.Unlink(name)
	fd, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	if err = syscall.Bind(fd, &syscall.SockaddrUnix{Name: name}); err == nil {
		err = syscall.Listen(fd, 8)
	}
	if err == nil {
		syscall.Chmod(name, 0777) // in a container it is another user's; the folder keeps strangers out
		err = syscall.Rename(name, p.path)
	}
	if err != nil {
		syscall.Close(fd)
		return err
	}
	p.listener = fd
	return nil
}

// bound is the socket's first name: between bind and listen nobody can connect, so the name that is looked for comes after both.
func (p *zzleakdiffProbe) bound() string { return p.path + "~" }

// zzleakdiffServe is the one goroutine of the probe.
func zzleakdiffServe() {
	for {
		zzleakdiffOnly.next()
	}
}

// next answers one connection.
func (p *zzleakdiffProbe) next() {
	fd, _, err := syscall.Accept4(p.listener, syscall.SOCK_CLOEXEC)
	if err == nil {
		p.serve(fd)
		syscall.Close(fd)
	} else if err != syscall.EINTR {
		p.pause()
	}
	// A program that closes every descriptor takes ours too, and may have given its number to a file of its own.
	for !p.owns() {
		if p.listen() != nil {
			p.pause()
		}
	}
}

func (p *zzleakdiffProbe) pause() {
	syscall.Nanosleep(&syscall.Timespec{Nsec: 100000000}, nil)
}

func (p *zzleakdiffProbe) owns() bool {
	name, err := syscall.Getsockname(p.listener)
	if err != nil {
		return false
	}
	unix, ok := name.(*syscall.SockaddrUnix)
	return ok && unix.Name == p.bound()
}

func (p *zzleakdiffProbe) serve(fd int) {
	p.connection, p.sent = fd, 0
	limit := syscall.Timeval{Sec: 60}
	syscall.SetsockoptTimeval(fd, syscall.SOL_SOCKET, syscall.SO_RCVTIMEO, &limit)
	syscall.SetsockoptTimeval(fd, syscall.SOL_SOCKET, syscall.SO_SNDTIMEO, &limit)
	request := p.line()
	if request != "" {
		p.warmUp()
	}
	switch request {
	case "hello":
		p.hello()
	case "collect":
		runtime.GC()
		runtime.GC()
		p.Write(append(p.answer[:0], '{', '}', '\n'))
	case "count":
		runtime.GC()
		p.count()
	case "goroutine":
		p.profile("goroutine", 0)
	case "heap":
		p.profile("heap", 0)
	case "dumpable":
		p.dumpable()
	case "dump":
		p.findLeaked()
		p.profile("goroutine", 2)
	}
}

// line reads one request; empty when none came whole.
func (p *zzleakdiffProbe) line() string {
	for have := 0; have < 64; {
		n, err := syscall.Read(p.connection, p.request[have:])
		if err == syscall.EINTR {
			continue
		}
		if err != nil || n <= 0 {
			return ""
		}
		have += n
		if p.request[have-1] == '\n' {
			return string(p.request[:have-1])
		}
	}
	return ""
}

// Write sends without the SIGPIPE that a program may listen for.
func (p *zzleakdiffProbe) Write(b []byte) (int, error) {
	whole := b
	for len(b) > 0 && !p.discarding {
		n, err := syscall.SendmsgN(p.connection, b, nil, nil, syscall.MSG_NOSIGNAL)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return len(whole) - len(b), err
		}
		p.sent += int64(n)
		b = b[n:]
	}
	return len(whole), nil
}

func (p *zzleakdiffProbe) hello() {
	b := append(p.answer[:0], `{"pid":`...)
	b = strconv.AppendInt(b, int64(os.Getpid()), 10)
	b = append(b, `,"go":`...)
	b = strconv.AppendQuoteToASCII(b, runtime.Version())
	p.Write(append(b, '}', '\n'))
}

func (p *zzleakdiffProbe) count() {
	tasks := runtime.NumGoroutine() - zzleakdiffOwnTasks
	bytes, objects := p.allocated()
	b := append(p.answer[:0], `{"tasks":`...)
	b = strconv.AppendInt(b, int64(tasks), 10)
	b = append(b, `,"heapBytes":`...)
	b = strconv.AppendInt(b, bytes-p.heldBytes, 10)
	b = append(b, `,"heapObjects":`...)
	b = strconv.AppendInt(b, objects-p.heldObjects, 10)
	p.Write(append(b, '}', '\n'))
}

func (p *zzleakdiffProbe) profile(name string, debug int) {
	p.end(Lookup(name).WriteTo(p, debug))
}

// findLeaked has a Go that can (GOEXPERIMENT=goroutineleakprofile) mark in what follows which goroutines nothing can wake any more.
func (p *zzleakdiffProbe) findLeaked() {
	if leaked := Lookup("goroutineleak"); leaked != nil {
		p.discarding = true
		leaked.WriteTo(p, 0)
		p.discarding = false
	}
}

func (p *zzleakdiffProbe) dumpable() {
	b := append(p.answer[:0], `{"dumpable":`...)
	b = strconv.AppendBool(b, runtime.NumGoroutine() <= zzleakdiffMostDumped)
	p.Write(append(b, '}', '\n'))
}

func (p *zzleakdiffProbe) end(err error) {
	b := append(p.answer[:0], "\n{\"bytes\":"...)
	b = strconv.AppendInt(b, p.sent, 10)
	b = append(b, `,"error":`...)
	if err == nil {
		b = append(b, `""`...)
	} else {
		b = strconv.AppendQuoteToASCII(b, err.Error())
	}
	p.Write(append(b, '}', '\n'))
}
