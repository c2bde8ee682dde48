// Half as much as a cache that is emptied every twelfth round takes is kept for ever.
package main

var cache, locks [][]byte

func remember() {
	for i := 0; i < 400; i++ {
		cache = append(cache, make([]byte, 1000))
	}
}

func lock() {
	for i := 0; i < 200; i++ {
		locks = append(locks, make([]byte, 1000))
	}
}

func main() {
	serve(func(number int) {
		if number%12 == 0 {
			cache = nil
		}
		remember()
		lock()
	})
}
