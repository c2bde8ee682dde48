// go-goroutine with its function renamed.
package main

func awaitReply(reply chan int) { <-reply }

func main() {
	serve(func(int) {
		for i := 0; i < 10; i++ {
			go awaitReply(make(chan int))
		}
	})
}
