package shop

import "time"

type order struct {
	open bool
	page [1024]byte
}

// Order is given up when it is not paid within the hour.
func Order() {
	o := &order{open: true}
	expiry := time.AfterFunc(time.Hour, o.giveUp)
	_ = expiry
	o.pay()
}

func (o *order) pay() { o.open = false }

func (o *order) giveUp() {
	if o.open {
		o.page[0]++
	}
}
