package main

const (
	tasks     = 3
	blocks    = 16
	blockSize = 4096
)

// An array, so that what holds the blocks does not grow.
var kept [65536]*[blockSize]byte
var count int

func waitForEver() { select {} }

func work() {
	for i := 0; i < tasks && planted; i++ {
		go waitForEver()
	}
	for i := 0; i < blocks; i++ {
		block := new([blockSize]byte)
		if planted {
			kept[count] = block
			count++
		}
	}
}
