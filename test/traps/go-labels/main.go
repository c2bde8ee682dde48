// Counters by label, drawn from five hundred: new ones come ever more seldom.
package main

import "math/rand"

type counter struct{ buckets [32]int64 }

var counters = map[int]*counter{}
var draw = rand.New(rand.NewSource(1))

func count(label int) {
	if counters[label] == nil {
		counters[label] = &counter{}
	}
	counters[label].buckets[0]++
}

func main() {
	serve(func(int) {
		for i := 0; i < 200; i++ {
			count(draw.Intn(500))
		}
	})
}
