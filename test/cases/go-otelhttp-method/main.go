// Each operation is a request from the internet with a method that nobody has
// used before; the server measures its requests with a real meter provider.
package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/sdk/metric"
)

func main() {
	provider := metric.NewMeterProvider(metric.WithReader(metric.NewManualReader()))
	hello := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") })
	handler := otelhttp.NewHandler(hello, "hello", otelhttp.WithMeterProvider(provider))
	next := 0
	serve(func(n int) error {
		for i := 0; i < n; i++ {
			next++
			request := httptest.NewRequest(fmt.Sprint("M", next), "/hello", nil)
			handler.ServeHTTP(httptest.NewRecorder(), request)
		}
		return nil
	})
}
