// Numbers are appended to a []int64 for ever.
package main

var measured []int64

func measureOnce(value int64) { measured = append(measured, value) }

func main() {
	serve(func(int) {
		for i := int64(0); i < 8192; i++ {
			measureOnce(i)
		}
	})
}
