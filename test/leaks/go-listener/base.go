package shop

type bus struct {
	listeners map[int]func(price int)
	next      int
}

func (b *bus) subscribe(listener func(price int)) (unsubscribe func()) {
	b.next++
	number := b.next
	b.listeners[number] = listener
	return func() { delete(b.listeners, number) }
}

type order struct {
	price int
	items [512]byte
}

var prices = bus{listeners: map[int]func(int){}}

// Order follows the price until it is done.
func Order() {
	o := &order{}
	defer prices.subscribe(func(price int) { o.price = price })()
	o.price++
}
