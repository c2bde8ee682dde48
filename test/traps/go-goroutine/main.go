// Ten goroutines a round wait for an answer that nobody sends.
package main

func waitForAnswer(answer chan int) { <-answer }

func main() {
	serve(func(int) {
		for i := 0; i < 10; i++ {
			go waitForAnswer(make(chan int))
		}
	})
}
