// Integers in a map: only its tables grow.
package main

var seen = map[int]struct{}{}

func see(value int) { seen[value] = struct{}{} }

func main() {
	serve(func(number int) {
		for i := 0; i < 2000; i++ {
			see(number*2000 + i)
		}
	})
}
