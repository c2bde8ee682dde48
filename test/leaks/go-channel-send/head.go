package shop

import "time"

type quote struct {
	supplier string
	page     [1024]byte
}

// Order asks a supplier, and goes on without its answer when that takes too long.
func Order() {
	quotes := make(chan quote)
	go ask("printer", quotes)
	select {
	case <-quotes:
	case <-time.After(time.Millisecond):
	}
}

func ask(supplier string, quotes chan<- quote) {
	time.Sleep(10 * time.Millisecond)
	quotes <- quote{supplier: supplier}
}
