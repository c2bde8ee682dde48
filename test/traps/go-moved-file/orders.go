package main

type order struct {
	next *order
	data [59]int64
}

var orders *order

func placeOrder() { orders = &order{next: orders} }
