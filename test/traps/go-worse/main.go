// Thirty goroutines a round where ten leaked before.
package main

func waitForAnswer(answer chan int) { <-answer }

func main() {
	serve(func(int) {
		for i := 0; i < 30; i++ {
			go waitForAnswer(make(chan int))
		}
	})
}
