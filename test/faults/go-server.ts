import { configuration } from '../cli/project.ts'

/** A server in Go that does `work` at each request; started with the token among its arguments. */
export const goServerOf = (work: string): Readonly<Record<string, string>> => ({
  'go.mod': 'module example.com/keeper\n\ngo 1.21\n',
  'main.go': `package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"runtime/pprof"
)

type session struct{ token, text string }

var sessions = map[string]*session{}

func remember(canary string) {
	key := fmt.Sprint(canary, len(sessions))
	kept := &session{token: canary, text: "of " + key}
	sessions[key] = kept
	go pprof.Do(context.Background(), pprof.Labels("user", canary), func(context.Context) { wait(kept) })
}

func wait(kept *session) {
	select {}
}

func main() {
	canary := os.Getenv("LD_CANARY")
	fmt.Println("serving with", canary)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		${work}
		fmt.Fprintln(w, "ok")
	})
	fmt.Fprintln(os.Stderr, canary, http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
`,
  '.github/leakdiff.yml': configuration({
    runtime: 'go',
    setup: 'go build -o server .',
    start: './server --mode x $API_TOKEN',
    timeout: '{ setup: 120s, ready: 30s, round: 30s, stop: 5s }',
  }),
})
