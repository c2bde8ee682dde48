// Timers for tomorrow: no goroutine, but each stays in the heap.
package main

import "time"

var reminded int

func remindTomorrow(note *[32]int64) {
	time.AfterFunc(24*time.Hour, func() { reminded += int(note[0]) })
}

func main() {
	serve(func(int) {
		for i := 0; i < 100; i++ {
			remindTomorrow(new([32]int64))
		}
	})
}
