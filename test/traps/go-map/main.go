// A map gets two hundred new keys a round and never loses one.
package main

import "fmt"

type session struct{ user, page [8]int64 }

var sessions = map[string]*session{}

func openSession(key string) { sessions[key] = &session{} }

func main() {
	serve(func(number int) {
		for i := 0; i < 200; i++ {
			openSession(fmt.Sprint(number, i))
		}
	})
}
