// Each operation counts a request to one of 1200 routes, met for the first time
// in the first rounds and again ever after.
package main

import (
	"fmt"

	"github.com/prometheus/client_golang/prometheus"
)

func main() {
	requests := prometheus.NewCounterVec(prometheus.CounterOpts{Name: "requests", Help: "requests"}, []string{"route"})
	prometheus.NewRegistry().MustRegister(requests)
	next := 0
	serve(func(n int) error {
		for i := 0; i < n; i++ {
			requests.WithLabelValues(fmt.Sprint("/route/", next%1200)).Inc()
			next++
		}
		return nil
	})
}
