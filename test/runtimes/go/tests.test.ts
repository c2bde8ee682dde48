import { expect, it } from 'vitest'
import { tests } from '../../../src/runtimes/go/tests.ts'

it.each([
  ['go test -timeout 20s ./...', 'go test ./...'],
  ['go test ./... --timeout=5m -race', 'go test ./... -race'],
  [
    'GOFLAGS=-mod=mod /usr/local/go/bin/go test -test.timeout 1m .',
    'GOFLAGS=-mod=mod /usr/local/go/bin/go test .',
  ],
  ["go test -run 'A|B' -timeout 9s ./a && go test -timeout 9s ./b", "go test -run 'A|B' ./a && go test ./b"],
  ['go1.24 test \\\n  -timeout 9s ./a', 'go1.24 test \\\n  ./a'],
  ['gotestsum -- -timeout 9s ./...', 'gotestsum -- ./...'],
  [
    'npx wait-on --timeout 30000 tcp:5432 && go test -timeout 9s ./...',
    'npx wait-on --timeout 30000 tcp:5432 && go test ./...',
  ],
  ['go test ./... ; curl --timeout 5 x', 'go test ./... ; curl --timeout 5 x'],
  ['cargo test --timeout 5', 'cargo test --timeout 5'],
  ['ginkgo -r -p --procs=4 --timeout 1h --race', 'ginkgo -r --race'],
  [
    'go run github.com/onsi/ginkgo/v2/ginkgo -p -procs 2 --randomize-all ./...',
    'go run github.com/onsi/ginkgo/v2/ginkgo --randomize-all ./...',
  ],
])('only what is meant for one run of Go’s tests is taken out: %s', (text, expected) => {
  expect(tests.command(text)).toBe(expected)
})
