import { execFileSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { go } from '../../../src/runtimes/go/index.ts'
import type { Location } from '../../../src/runtimes/runtime.ts'
import { hasGo, type Repository, repository, shell } from './program.ts'

/**
 * Prints function and file of a frame of its own, of a dependency's,
 * of a replaced module's and of the standard library's.
 */
const prints = `package main

import (
	"sort"

	"example.com/DEP"
	"example.com/local/sub"
	"example.com/own/service/inner"
)

func main() {
	DEP.Print()
	sub.Print()
	inner.Print()
	sort.Slice([]int{2, 1}, func(i, j int) bool { DEP.PrintCaller(); return false })
	DEP.PrintCaller()
}
`
const printer = (name: string): string => `package ${name}

import "runtime"

func Print() { print(1) }

func PrintCaller() { print(2); print(3) }

func print(skip int) {
	pc, file, _, _ := runtime.Caller(skip)
	println(runtime.FuncForPC(pc).Name(), file)
}
`

describe('whose code a frame is', () => {
  let at: Repository
  let locate: (name: string, file: string) => Location
  beforeAll(async () => {
    at = repository({
      'service/go.mod':
        'module example.com/own/service\n\ngo 1.18\n\nrequire (\n\texample.com/DEP v1.2.3\n\texample.com/local v0.0.0 // indirect\n)\n\nreplace example.com/local => ../local\n\nreplace (\n\texample.com/forked v1.0.0 => example.com/fork v1.1.0\n\t"example.com/away" => ../../away\n)\n',
      'service/cmd/x/main.go': prints,
      'service/inner/inner.go': printer('inner'),
      'local/go.mod': 'module example.com/local\n\ngo 1.18\n',
      'local/sub/sub.go': printer('sub'),
      'service/vendor/modules.txt':
        '# example.com/DEP v1.2.3\n## explicit\nexample.com/DEP\n# example.com/local v0.0.0 => ../local\n## explicit; go 1.18\nexample.com/local/sub\n# example.com/local => ../local\n# example.com/forked v1.0.0 => example.com/fork v1.1.0\n# example.com/away => ../../away\n',
      'service/vendor/example.com/DEP/dep.go': printer('DEP'),
      'service/vendor/example.com/local/sub/sub.go': printer('sub'),
    })
    const found = await go.locator({ root: at.directory, directory: join(at.directory, 'service') })
    locate = (name, file) => found({ function: name, file, line: 1 })
  })
  afterAll(() => at.remove())

  const dependency = (name: string, version: string | null, path: string | null): Location => ({
    origin: 'dependency',
    package: name,
    version,
    path,
  })
  const standard = (path: string): Location => ({ origin: 'runtime', path })
  const vendored = dependency('example.com/DEP', 'v1.2.3', 'service/vendor/example.com/DEP/dep.go')

  it.skipIf(!hasGo).each([
    ['-trimpath', '-mod=vendor'],
    ['', '-mod=vendor'],
  ])('is told for real frames, built with %s', (trim, mod) => {
    const directory = join(at.directory, 'service')
    const output = shell(directory, `go run ${trim} ${mod} ./cmd/x 2>&1`)
    const places = output
      .trim()
      .split('\n')
      .map((line) => locate(...(line.split(' ') as [string, string])))
    const sub = trim
      ? { origin: 'project', path: 'local/sub/sub.go' }
      : dependency('example.com/local', 'v0.0.0', 'service/vendor/example.com/local/sub/sub.go')
    expect(places).toEqual([
      vendored,
      sub,
      { origin: 'project', path: 'service/inner/inner.go' },
      { origin: 'project', path: 'service/cmd/x/main.go' },
      // Wherever Go is installed.
      standard(expect.stringMatching(/^sort\/[a-z]+\.go$/)),
      { origin: 'project', path: 'service/cmd/x/main.go' },
      standard('runtime/proc.go'),
    ])
  })

  it('is told for paths without directories', () => {
    const own = (path: string): Location => ({ origin: 'project', path })
    expect(locate('main.main', 'example.com/own/service/cmd/x/main.go')).toEqual(own('service/cmd/x/main.go'))
    expect(locate('net/http.(*conn).serve', 'net/http/server.go')).toEqual(standard('net/http/server.go'))
    expect(locate('vendor/golang.org/x/net/idna.F', 'vendor/golang.org/x/net/idna/x.go')).toEqual(
      standard('vendor/golang.org/x/net/idna/x.go'),
    )
    expect(locate('github.com/x/y.F', 'github.com/x/y@v1.2.3/a/b.go')).toEqual(
      dependency('github.com/x/y', 'v1.2.3', 'github.com/x/y@v1.2.3/a/b.go'),
    )
    expect(locate('example.com/local/sub.Print', 'example.com/local@v0.0.0/sub/sub.go')).toEqual(
      own('local/sub/sub.go'),
    )
    expect(locate('example.com/forked.F', 'example.com/forked@v1.0.0/f.go')).toEqual(
      dependency('example.com/fork', 'v1.1.0', 'example.com/forked@v1.0.0/f.go'),
    )
    expect(locate('example.com/forked.F', 'example.com/forked@v1.0.9/f.go')).toMatchObject({
      package: 'example.com/forked',
    })
    expect(locate('example.com/away.F', 'example.com/away@v0.0.0/a.go')).toEqual(
      dependency('example.com/away', null, 'example.com/away/a.go'),
    )
    expect(locate('main.main', './main.go')).toEqual(own('service/main.go'))
    expect(locate('example.com/own/service/inner.(*T).F', '<autogenerated>')).toEqual(
      own('service/inner/<autogenerated>'),
    )
    expect(locate('example.com/DEP/sub.(*T).F', '<autogenerated>')).toEqual(
      dependency('example.com/DEP', 'v1.2.3', null),
    )
    expect(locate('sync.(*Pool).Get', '<autogenerated>')).toEqual({ origin: 'runtime' })
    expect(locate('runtime.gopark', '')).toEqual({ origin: 'runtime' })
  })

  it('is told for absolute paths', () => {
    const cache = hasGo ? execFileSync('go', ['env', 'GOMODCACHE']).toString().trim() : '/home/x/go/pkg/mod'
    expect(locate('github.com/Azure/go.F', `${cache}/github.com/!azure/go@v1.0.0/f.go`)).toEqual(
      dependency('github.com/Azure/go', 'v1.0.0', 'github.com/Azure/go@v1.0.0/f.go'),
    )
    expect(locate('main.main', join(at.directory, 'service/cmd/x/main.go'))).toEqual({
      origin: 'project',
      path: 'service/cmd/x/main.go',
    })
    expect(locate('example.com/away.F', '/elsewhere/away/a.go')).toEqual(
      dependency('example.com/away', null, 'example.com/away/a.go'),
    )
  })

  it('is told for a binary that was built elsewhere', () => {
    expect(locate('net/http.Get', '/opt/go/src/net/http/client.go')).toEqual(standard('net/http/client.go'))
    expect(locate('github.com/x/y.F', '/go/pkg/mod/github.com/x/y@v1.2.3/b.go')).toMatchObject({
      version: 'v1.2.3',
    })
    expect(locate('main.main', '/src/cmd/x/main.go')).toEqual({
      origin: 'project',
      path: 'service/cmd/x/main.go',
    })
    expect(locate('example.com/own/service/inner.F', '/src/inner/inner.go')).toEqual({
      origin: 'project',
      path: 'service/inner/inner.go',
    })
  })

  it('is told without module files, by names alone', async () => {
    const empty = repository({ 'main.go': 'package main\n' })
    const found = await go.locator({ root: empty.directory, directory: empty.directory })
    const file = join(empty.directory, 'main.go')
    expect(found({ function: 'main.main', file, line: 1 })).toEqual({
      origin: 'project',
      path: basename(file),
    })
    expect(found({ function: 'strings.Map', file: 'strings/strings.go', line: 1 })).toEqual(
      standard('strings/strings.go'),
    )
    empty.remove()
  })
})
