package main

import (
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	rounds, err := strconv.Atoi(os.Getenv("LEAKDIFF_ROUNDS"))
	if err != nil {
		log.Fatal(err)
	}
	for i := 0; i < rounds; i++ {
		work()
		answer, err := http.Post(os.Getenv("LEAKDIFF_URL")+"/round", "", nil)
		if err != nil {
			log.Fatal(err)
		}
		answer.Body.Close()
	}
}
