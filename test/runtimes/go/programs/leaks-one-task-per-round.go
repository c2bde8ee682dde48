package main

import (
	"bufio"
	"fmt"
	"os"
)

func wait(stop chan struct{}) { <-stop }

func main() {
	for rounds := bufio.NewScanner(os.Stdin); rounds.Scan(); {
		go wait(make(chan struct{}))
		fmt.Println("done")
	}
}
