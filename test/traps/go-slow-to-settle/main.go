// Twenty goroutines a round that end after two seconds.
package main

import "time"

func linger() { time.Sleep(2 * time.Second) }

func main() {
	serve(func(int) {
		for i := 0; i < 20; i++ {
			go linger()
		}
	})
}
