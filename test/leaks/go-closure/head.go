package shop

type order struct {
	number int
	items  [512]byte
}

var atClose []func() int

// Order is printed once more when the shop closes.
func Order() {
	o := &order{number: 1}
	atClose = append(atClose, func() int { return o.number + len(o.items) })
}
