package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
)

var children []*exec.Cmd

// Each word that comes in changes what the process stands on.
func main() {
	for rounds := bufio.NewScanner(os.Stdin); rounds.Scan(); {
		switch rounds.Text() {
		case "chdir":
			check(os.Chdir("/"))
		case "close":
			// Every socket that it did not open itself; the number of the first goes to a listener of its own.
			for fd := 3; fd < 64; fd++ {
				if link, _ := os.Readlink(fmt.Sprint("/proc/self/fd/", fd)); strings.HasPrefix(link, "socket:") {
					check(syscall.Close(fd))
				}
			}
			own, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0)
			check(err)
			check(syscall.Listen(own, 1))
		case "exec":
			fmt.Println("done")
			check(syscall.Exec("/proc/self/exe", os.Args, os.Environ()))
		case "child":
			child := exec.Command("/proc/self/exe", "sleeps")
			pipe, err := child.StdinPipe()
			check(err)
			defer pipe.Close()
			check(child.Start())
			children = append(children, child)
		}
		fmt.Println("done")
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
