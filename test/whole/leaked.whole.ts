import { expect, it } from 'vitest'
import { configuration, leakdiff, project } from '../cli/project.ts'
import { hasGo } from '../profile/formats/go.ts'

const order = (done: string): string => `package main

import (
	"net"
	"net/http"
	"os"
)

func order() {
	paid := make(chan bool)
	go func() { <-paid }()
	${done}
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { order(); w.Write([]byte("ok")) })
	listener, _ := net.Listen("tcp", "127.0.0.1:"+os.Getenv("PORT"))
	http.Serve(listener, nil)
}
`
const shop = (done: string, experiment: string) => ({
  'go.mod': 'module example.com/shop\n\ngo 1.24\n',
  'main.go': order(done),
  'drive.sh': `for i in 1 2 3 4 5 6 7 8 9 10; do curl -sf "http://127.0.0.1:$PORT/"; done\n`,
  '.github/leakdiff.yml': configuration({
    runtime: 'go',
    setup: `${experiment} go build -o bin/shop .`,
    start: './bin/shop',
  }),
})

it.skipIf(!hasGo)('a goroutine that nothing can wake is proven so where Go was built to tell', async () => {
  const experiment = 'GOEXPERIMENT=goroutineleakprofile'
  const leaky = project(shop('close(paid)', experiment), shop('_ = paid', experiment))
  const { status, result, stdout } = await leakdiff(leaky)
  expect(status).toBe(1)
  expect(result?.workloads[0]?.findings[0]?.state).toBe('chan receive (leaked)')
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('waits: chan receive. Nothing can wake it')
})
