// Each operation remembers a basket for an hour, in a cache of at most 1200.
package main

import (
	"time"

	"github.com/jellydator/ttlcache/v3"
)

func main() {
	baskets := ttlcache.New(ttlcache.WithTTL[int, []byte](time.Hour), ttlcache.WithCapacity[int, []byte](1200))
	next := 0
	serve(func(n int) error {
		for i := 0; i < n; i++ {
			baskets.Set(next, make([]byte, 1000), ttlcache.DefaultTTL)
			next++
		}
		return nil
	})
}
