package shop

type price struct {
	cents int
	page  [1024]byte
}

var prices = make(chan price)

// Order watches the price until it is paid.
func Order() {
	paid := make(chan struct{})
	go watch(paid)
}

func watch(paid <-chan struct{}) {
	last := &price{}
	for {
		select {
		case *last = <-prices:
		case <-paid:
			return
		}
	}
}
