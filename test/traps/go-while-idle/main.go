// Keeps 64 KiB every tenth of a second, work or no work.
package main

import "time"

var history [][]int64

func keepHistory() {
	for range time.Tick(100 * time.Millisecond) {
		history = append(history, make([]int64, 8192))
	}
}

func main() {
	go keepHistory()
	serve(func(int) { time.Sleep(200 * time.Millisecond) })
}
