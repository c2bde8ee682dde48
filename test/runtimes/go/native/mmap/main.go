// Command mmap takes pages of its own for each line that it reads, and gives them back unless it is told to
// keep them.
package main

import (
	"bufio"
	"fmt"
	"os"
	"syscall"
)

func main() {
	keeps := len(os.Args) > 1
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); fmt.Println("done") {
		for range 50 {
			label := take(16 << 10)
			if !keeps {
				syscall.Munmap(label)
			}
		}
	}
}

func take(size int) []byte {
	pages, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		panic(err)
	}
	for i := range pages {
		pages[i] = 1
	}
	return pages
}
