package shop

import "sync"

type parcel struct {
	parts sync.WaitGroup
	label [1024]byte
}

var shipped int

// Order ships a parcel as soon as all its parts are packed.
func Order() {
	p := &parcel{}
	p.parts.Add(2)
	go p.ship()
	p.parts.Done()
}

func (p *parcel) ship() {
	p.parts.Wait()
	p.label[0]++
}
