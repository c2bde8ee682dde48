// A log kept in a bytes.Buffer that is written to for ever.
package main

import "bytes"

var journal bytes.Buffer

func note(line string) { journal.WriteString(line) }

func main() {
	serve(func(int) {
		for i := 0; i < 1000; i++ {
			note("one more line that nobody will ever read again\n")
		}
	})
}
