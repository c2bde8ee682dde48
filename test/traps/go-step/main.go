// A table of 4 MB, made once in the sixth round.
package main

var table []int64

func main() {
	serve(func(number int) {
		if number == 6 {
			table = make([]int64, 1<<19)
		}
	})
}
