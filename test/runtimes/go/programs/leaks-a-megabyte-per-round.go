package main

import (
	"bufio"
	"fmt"
	"os"
)

var kept [][]byte

// 1024 pieces of a kibibyte, and what the slice of them needs is there from the start.
func keep() {
	for i := 0; i < 1024; i++ {
		kept = append(kept, make([]byte, 1024))
	}
}

func main() {
	kept = make([][]byte, 0, 1<<16)
	for rounds := bufio.NewScanner(os.Stdin); rounds.Scan(); {
		keep()
		fmt.Println("done")
	}
}
