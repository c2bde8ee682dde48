// go-list with one caller more between the round and the leak.
package main

type order struct {
	next *order
	data [59]int64
}

var orders *order

func placeOrder() { orders = &order{next: orders} }

//go:noinline
func placeOrders(count int) {
	for i := 0; i < count; i++ {
		placeOrder()
	}
}

func main() {
	serve(func(int) { placeOrders(50) })
}
