// A cache that is emptied every twelfth round, as one with a time to live is: not within a first trial.
package main

var cache [][]byte

func remember() {
	for i := 0; i < 400; i++ {
		cache = append(cache, make([]byte, 1000))
	}
}

func main() {
	serve(func(number int) {
		if number%12 == 0 {
			cache = nil
		}
		remember()
	})
}
