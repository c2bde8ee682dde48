// Events are kept until a compaction every twentieth round lets go of all of them; some are there at the start.
package main

var events [][]byte

func keep() {
	for i := 0; i < 100; i++ {
		events = append(events, make([]byte, 1000))
	}
}

func main() {
	keep()
	keep()
	serve(func(number int) {
		if (number+1)%20 == 0 {
			events = nil
			return
		}
		keep()
	})
}
