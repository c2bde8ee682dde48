package shop

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
)

// The supplier is another process; only the shop is measured.
var supplier = startSupplier()

func startSupplier() string {
	if os.Getenv("SUPPLIER") != "" {
		listener, _ := net.Listen("tcp", "127.0.0.1:0")
		fmt.Println("http://" + listener.Addr().String())
		http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, strings.Repeat("in stock ", 10))
		}))
	}
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), "SUPPLIER=1")
	output, _ := command.StdoutPipe()
	command.Start()
	address, _ := bufio.NewReader(output).ReadString('\n')
	return strings.TrimSpace(address)
}
