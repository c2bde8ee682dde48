// A node that reconnects its peers over and over, and writes its heap and its goroutines to files now and then.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/pprof"
	"time"
)

func main() {
	profiles := flag.Int("profiles", 3, "how often the profiles are written, the first time at the start")
	apart := flag.Duration("apart", 10*time.Minute, "time between them")
	debug := flag.Int("debug", 1, "form of the goroutines: 0, 1 or 2")
	flag.Parse()
	write(1, *debug)
	for n := 2; n <= *profiles; n++ {
		reconnect(200, *apart)
		write(n, *debug)
	}
}

func reconnect(times int, within time.Duration) {
	for i := 0; i < times; i++ {
		p := connect()
		p.stop()
		time.Sleep(within / time.Duration(times))
	}
}

func write(n, debug int) {
	runtime.GC()
	save(fmt.Sprintf("mem-%d.pprof", n), func(file *os.File) error { return pprof.WriteHeapProfile(file) })
	save(fmt.Sprintf("goroutines-%d.txt", n), func(file *os.File) error {
		return pprof.Lookup("goroutine").WriteTo(file, debug)
	})
}

func save(name string, write func(*os.File) error) {
	file, err := os.Create(name)
	if err == nil {
		err = write(file)
	}
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		log.Fatal(err)
	}
}
