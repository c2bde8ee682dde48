// A cache that is emptied every third round.
package main

var pages [][]int64

func main() {
	serve(func(number int) {
		if number%3 == 0 {
			pages = nil
		}
		for i := 0; i < 100; i++ {
			pages = append(pages, make([]int64, 128))
		}
	})
}
