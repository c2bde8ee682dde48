package main

type order struct {
	paid chan struct{}
}

func place() *order {
	o := &order{paid: make(chan struct{})}
	go o.watch()
	return o
}

func (o *order) watch() { <-o.paid }

func (o *order) pay() { close(o.paid) }
