// Each operation is a tenant's import: it gets a pool of its own, which is
// released when the import is done. Idle workers are to be looked for hourly.
package main

import (
	"sync"
	"time"

	"github.com/panjf2000/ants/v2"
)

func main() {
	serve(func(n int) error {
		for i := 0; i < n; i++ {
			if err := importTenant(); err != nil {
				return err
			}
		}
		return nil
	})
}

func importTenant() error {
	pool, err := ants.NewPool(2, ants.WithExpiryDuration(time.Hour))
	if err != nil {
		return err
	}
	defer pool.Release()
	var parts sync.WaitGroup
	for i := 0; i < 2; i++ {
		parts.Add(1)
		if err := pool.Submit(parts.Done); err != nil {
			return err
		}
	}
	parts.Wait()
	return nil
}
