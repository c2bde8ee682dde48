import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const packages = 60
const methods = 50
const edges = 8

/**
 * Heap profiles, before and after, of a real Go program of 3,000 methods that call each other up to `depth`
 * deep and allocate 16 to 512 bytes at the end of each of `stacks` walks. Between the two 1 % of the walks
 * leak hard, 10 % allocate once more, 5 % let go, 8 % are new.
 */
export function servicePair(folder, stacks, depth) {
  const program = built(join(folder, 'service'))
  const [before, after] = ['before', 'after'].map((side) =>
    join(folder, `service-${stacks}-${depth}.${side}.pb.gz`),
  )
  execFileSync(program, [`${stacks}`, `${depth}`, before, after], {
    env: { ...process.env, GODEBUG: 'memprofilerate=1' },
  })
  return [before, after]
}

function built(folder) {
  const program = join(folder, 'service.bin')
  if (existsSync(program)) return program
  for (const [path, text] of sources()) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  execFileSync('go', ['build', '-trimpath', '-o', program, '.'], { cwd: folder, stdio: 'inherit' })
  return program
}

function sources() {
  const names = Array.from({ length: packages }, (_, at) => `part${at}`)
  const imports = names.map((name) => `\t_ "example.com/acme/platform/internal/${name}"`).join('\n')
  return [
    ['go.mod', 'module example.com/acme/platform\n\ngo 1.21\n'],
    ['internal/walk/walk.go', walk],
    ['main.go', main.replace('// parts', imports)],
    ...names.map((name, at) => [`internal/${name}/service.go`, part(name, at * methods)]),
  ]
}

/** Each method has eight lines on which it calls another, and three on which it allocates. */
function part(name, first) {
  const numbers = Array.from({ length: methods }, (_, at) => first + at)
  const method = (number) => `
func (s *Service) ${verb(number)}(path []byte, size int) {
	if len(path) == 0 {
		walk.Passing = make([]byte, 24)
		walk.Last = &walk.Node{
			Block: make([]byte, size),
		}
		return
	}
	switch path[0] {
${Array.from({ length: edges }, (_, edge) => `	case ${edge}:\n		walk.Calls[${next(number, edge)}](path[1:], size)`).join('\n')}
	}
}
`
  const calls = numbers.map((number) => `\twalk.Calls[${number}] = service.${verb(number)}`)
  return `package ${name}

import "example.com/acme/platform/internal/walk"

type Service struct{ requests int }

func init() {
	service := &Service{}
${calls.join('\n')}
}
${numbers.map(method).join('')}`
}

const verbs = ['Append', 'Commit', 'Copy', 'Encode', 'Flush', 'Get', 'List', 'Parse', 'Validate', 'Write']
const verb = (number) => `${verbs[number % verbs.length]}Item${number}`
/** Where the edges of a method lead: anywhere, but always to the same. */
const next = (number, edge) => (Math.imul(number * edges + edge + 1, 2654435761) >>> 0) % (packages * methods)

const walk = `package walk

type Node struct {
	Block []byte
	Next  *Node
}

var Calls [${packages * methods}]func(path []byte, size int)

// Last is what the walk before has allocated, Passing what nobody keeps.
var (
	Last    *Node
	Passing []byte
)
`

const main = `package main

import (
	"math/rand"
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"

	"example.com/acme/platform/internal/walk"
// parts
)

var kept []*walk.Node

type path struct {
	start int
	edges []byte
	size  int
}

func main() {
	stacks, _ := strconv.Atoi(os.Args[1])
	depth, _ := strconv.Atoi(os.Args[2])
	random := rand.New(rand.NewSource(1))
	paths := make([]path, stacks)
	kept = make([]*walk.Node, 0, 4*stacks)
	for at := range paths {
		edges := make([]byte, 3+random.Intn(depth-3))
		for step := range edges {
			if random.Float64() > 0.7 {
				edges[step] = byte(1 + random.Intn(7))
			}
		}
		paths[at] = path{random.Intn(10), edges, 16 << random.Intn(6)}
	}
	old := stacks * 92 / 100
	for _, one := range paths[:old] {
		take(one)
	}
	write(os.Args[3])
	for at, one := range paths {
		if at >= old || at%10 == 0 {
			take(one)
		}
		if at%100 == 1 {
			for range make([]struct{}, 50) {
				take(one)
			}
		}
		if at < old && at%20 == 3 {
			kept[at] = nil
		}
	}
	write(os.Args[4])
}

func take(one path) {
	walk.Calls[one.start](one.edges, one.size)
	kept = append(kept, walk.Last)
}

func write(name string) {
	runtime.GC()
	runtime.GC()
	file, err := os.Create(name)
	if err == nil {
		err = pprof.Lookup("heap").WriteTo(file, 0)
	}
	if err != nil {
		panic(err)
	}
	file.Close()
}
`
