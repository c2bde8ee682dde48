package shop

type order struct {
	number int
	items  [512]byte
}

type history struct {
	orders []*order
}

var past history

// Order is remembered, so that it can be shown again.
func Order() {
	past.remember(&order{number: 1})
}

func (h *history) remember(o *order) {
	h.orders = append(h.orders[:0], o)
}
