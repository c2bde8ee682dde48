import type { ContractProgram } from '../contract/program.ts'
import { hasGo } from './program.ts'

const server = `package main

import (
	"net/http"
	"os"
)

var kept [][]byte

func wait(block []byte) {
	kept = append(kept, block)
	select {}
}

func leak(http.ResponseWriter, *http.Request) {
	go wait(make([]byte, 1000))
}

func fine(http.ResponseWriter, *http.Request) {}

func main() {
	http.HandleFunc("GET /leak", leak)
	http.HandleFunc("GET /fine", fine)
	http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil)
}
`

const test = `package main

import "testing"

func TestFine(t *testing.T) {
	fine(nil, nil)
}
`

export const contract: ContractProgram = {
  available: hasGo,
  files: { 'go.mod': 'module example.com/shop\n\ngo 1.22\n', 'main.go': server, 'main_test.go': test },
  leak: { site: 'main.wait', path: 'main.go' },
  dependency: {
    file: 'go.mod',
    text: 'module example.com/shop\n\nrequire example.com/cache v1.4.0\n',
    package: 'example.com/cache',
    version: 'v1.4.0',
  },
  test: 'example.com/shop',
}
