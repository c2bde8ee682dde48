// Ten goroutines a round stay from the twelfth round on: by design not found, since a first trial ends after ten.
package main

func waitForAnswer(answer chan int) { <-answer }

func main() {
	serve(func(number int) {
		for i := 0; number > 11 && i < 10; i++ {
			go waitForAnswer(make(chan int))
		}
	})
}
