// Fifty objects of 480 bytes a round stay in a list.
package main

type order struct {
	next *order
	data [59]int64
}

var orders *order

func placeOrder() { orders = &order{next: orders} }

func main() {
	serve(func(int) {
		for i := 0; i < 50; i++ {
			placeOrder()
		}
	})
}
