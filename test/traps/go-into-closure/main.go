// go-goroutine with its function turned into a closure.
package main

func main() {
	serve(func(int) {
		for i := 0; i < 10; i++ {
			answer := make(chan int)
			go func() { <-answer }()
		}
	})
}
