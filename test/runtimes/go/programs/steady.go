package main

import (
	"bufio"
	"fmt"
	"os"
	"sync"
)

// Every round starts tasks and allocates, and keeps nothing of it.
func main() {
	for rounds := bufio.NewScanner(os.Stdin); rounds.Scan(); {
		var all sync.WaitGroup
		for i := 0; i < 50; i++ {
			all.Add(1)
			go func() {
				defer all.Done()
				_ = fmt.Sprint(make([]byte, 10000))
			}()
		}
		all.Wait()
		fmt.Println("done")
	}
}
