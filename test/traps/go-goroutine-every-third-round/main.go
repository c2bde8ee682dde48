// Three goroutines in every third round: a leak that does not come evenly.
package main

func waitForAnswer(answer chan int) { <-answer }

func main() {
	serve(func(number int) {
		if number%3 != 0 {
			return
		}
		for i := 0; i < 3; i++ {
			go waitForAnswer(make(chan int))
		}
	})
}
