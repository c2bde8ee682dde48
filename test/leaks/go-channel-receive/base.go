package shop

type parcel struct {
	items []string
	label [1024]byte
}

var shipped int

// Order hands its items to a packer, who ships them when all are there.
func Order() {
	items := make(chan string)
	go pack(items)
	items <- "book"
	items <- "pen"
	close(items)
}

func pack(items <-chan string) {
	p := &parcel{}
	for item := range items {
		p.items = append(p.items, item)
	}
	shipped += len(p.items)
}
