// A pool that gets a worker a round until there are twelve.
package main

var work = make(chan func())
var workers int

func worker() {
	for task := range work {
		task()
	}
}

func main() {
	serve(func(int) {
		if workers < 12 {
			workers++
			go worker()
		}
		done := make(chan bool)
		work <- func() { close(done) }
		<-done
	})
}
