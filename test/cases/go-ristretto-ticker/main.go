// Each operation is a tenant that comes and goes, with a small cache of its own, which is closed.
package main

import "github.com/dgraph-io/ristretto"

func main() {
	serve(func(n int) error {
		for i := 0; i < n; i++ {
			cache, err := ristretto.NewCache(&ristretto.Config{NumCounters: 100, MaxCost: 10, BufferItems: 64})
			if err != nil {
				return err
			}
			cache.Set("tenant", i, 1)
			cache.Wait()
			cache.Close()
		}
		return nil
	})
}
