// Each operation logs one tenant in: every tenant has a token URL of its own,
// and its configuration is thrown away afterwards.
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	"golang.org/x/oauth2"
)

func main() {
	tokens := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"access_token":"a","token_type":"bearer"}`)
	}))
	next := 0
	serve(func(n int) error {
		for i := 0; i < n; i++ {
			next++
			tenant := oauth2.Config{
				ClientID: "shop",
				Endpoint: oauth2.Endpoint{TokenURL: fmt.Sprintf("%s/tenants/%0100d/token", tokens.URL, next)},
			}
			if _, err := tenant.Exchange(context.Background(), "code"); err != nil {
				return err
			}
		}
		return nil
	})
}
