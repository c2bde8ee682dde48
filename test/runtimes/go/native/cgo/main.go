// Command cgo takes memory of C for each line that it reads, and gives it back unless it is told to keep it.
package main

// #include <stdlib.h>
// #include <string.h>
// static void *take(size_t size) { return memset(malloc(size), 1, size); }
import "C"

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	keeps := len(os.Args) > 1
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); fmt.Println("done") {
		for range 50 {
			label := C.take(16 << 10)
			if !keeps {
				C.free(label)
			}
		}
	}
}
