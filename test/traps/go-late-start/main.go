// Ten goroutines a round stay from the two hundredth round on: by design not found, since a first trial
// ends after 160, repeated ones included.
package main

func waitForAnswer(answer chan int) { <-answer }

func main() {
	serve(func(number int) {
		for i := 0; number > 200 && i < 10; i++ {
			go waitForAnswer(make(chan int))
		}
	})
}
