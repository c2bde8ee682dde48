package main

import "sync"

const workers = 8

var kept [1 << 15][]byte
var rounds int
var sink [workers][]byte

func waitForEver() { select {} }

// makeGarbage allocates what is dropped at once, in the sizes of everyday objects.
func makeGarbage(worker, bytes int) {
	for size := 64; bytes > 0; bytes -= size {
		size = 64 << (bytes / 64 % 8)
		sink[worker] = make([]byte, size)
	}
	sink[worker] = nil
}

func keepBytes() {
	kept[rounds] = make([]byte, keptBytes)
}

func main() {
	serve(func(int) {
		var group sync.WaitGroup
		for worker := 0; worker < workers; worker++ {
			group.Add(1)
			go func() {
				defer group.Done()
				makeGarbage(worker, churn*1e6/workers)
			}()
		}
		group.Wait()
		for i := 0; i < keptTasks; i++ {
			go waitForEver()
		}
		if keptBytes > 0 {
			keepBytes()
		}
		rounds++
	})
}
