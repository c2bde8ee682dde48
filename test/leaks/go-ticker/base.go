package shop

import (
	"sync/atomic"
	"time"
)

type basket struct {
	paid  atomic.Bool
	saved int
	page  [1024]byte
}

// Order saves its basket again and again until it is paid.
func Order() {
	b := &basket{}
	go b.save()
	b.paid.Store(true)
}

func (b *basket) save() {
	ticker := time.NewTicker(time.Millisecond)
	defer ticker.Stop()
	for range ticker.C {
		if b.paid.Load() {
			return
		}
		b.saved++
	}
}
