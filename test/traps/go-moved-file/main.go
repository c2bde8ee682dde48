// go-list with its leak in a file of its own.
package main

func main() {
	serve(func(int) {
		for i := 0; i < 50; i++ {
			placeOrder()
		}
	})
}
