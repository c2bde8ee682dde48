// Responses whose body is never closed: both goroutines of each connection stand in net/http alone.
package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

var server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(strings.Repeat("x", 1<<20)))
}))

func fetchPage() {
	if _, err := http.Get(server.URL); err != nil {
		panic(err)
	}
}

func main() {
	serve(func(int) { fetchPage() })
}
