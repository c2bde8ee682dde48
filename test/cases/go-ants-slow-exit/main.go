// Each operation is a batch with a pool of workers of its own, which is released.
package main

import (
	"sync"

	"github.com/panjf2000/ants/v2"
)

func main() {
	serve(func(n int) error {
		for i := 0; i < n; i++ {
			pool, err := ants.NewPool(2)
			if err != nil {
				return err
			}
			var done sync.WaitGroup
			done.Add(1)
			if err := pool.Submit(done.Done); err != nil {
				return err
			}
			done.Wait()
			pool.Release()
		}
		return nil
	})
}
