package main

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
)

func wait(stop chan struct{}) { <-stop }

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go http.Serve(listener, nil)
	fmt.Println(listener.Addr())
	for rounds := bufio.NewScanner(os.Stdin); rounds.Scan(); {
		go wait(make(chan struct{}))
		fmt.Println("done")
	}
}
