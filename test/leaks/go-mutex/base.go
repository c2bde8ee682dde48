package shop

import (
	"errors"
	"sync"
)

var errTooLittle = errors.New("too little money")

type account struct {
	mu      sync.Mutex
	cents   int
	journal [1024]byte
}

// Order pays from a customer's account, whose audit goes on when the order is done.
func Order() {
	a := &account{cents: 100}
	if a.withdraw(250) != nil {
		go a.audit()
	}
}

func (a *account) withdraw(cents int) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if cents > a.cents {
		return errTooLittle
	}
	a.cents -= cents
	return nil
}

func (a *account) audit() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.journal[0]++
}
