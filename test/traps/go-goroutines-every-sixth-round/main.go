// Ten goroutines in every sixth round: a leak that most rounds know nothing of.
package main

func waitForAnswer(answer chan int) { <-answer }

func main() {
	serve(func(number int) {
		if number%6 != 0 {
			return
		}
		for i := 0; i < 10; i++ {
			go waitForAnswer(make(chan int))
		}
	})
}
