package main

func main() {
	serve(func(int) { work() })
}
