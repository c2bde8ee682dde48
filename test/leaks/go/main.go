package main

import (
	"fmt"
	"net/http"
	"os"
	"strconv"

	"example.com/app/shop"
)

func main() {
	http.HandleFunc("POST /work", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.FormValue("n"))
		for range n {
			shop.Order()
		}
		fmt.Fprintln(w, "done")
	})
	http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil)
}
