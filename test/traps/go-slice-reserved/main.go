// The same with room reserved for all that any trial appends: nothing grows while it is watched.
package main

var measured = make([]int64, 0, 1<<20)

func measureOnce(value int64) { measured = append(measured, value) }

func main() {
	serve(func(int) {
		for i := int64(0); i < 8192; i++ {
			measureOnce(i)
		}
	})
}
