// Each operation is a request that asks for its counter by name, as libraries
// do. The program has set no meter provider: its metrics go nowhere.
package main

import (
	"context"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/metric"
)

func main() {
	serve(func(n int) error {
		for i := 0; i < n; i++ {
			requests, err := otel.Meter("shop").Int64Counter("requests", metric.WithDescription("requests served"))
			if err != nil {
				return err
			}
			requests.Add(context.Background(), 1)
		}
		return nil
	})
}
