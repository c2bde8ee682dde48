import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type Commands,
  hasGo,
  instrumented,
  only,
  program,
  type Repository,
  read,
  repository,
  running,
  shell,
} from './program.ts'

const leaks = program('leaks-one-task-per-round')
const goMod = (name: string, more = ''): string => `module example.com/${name}\n\ngo 1.18\n${more}`

const repositories: Repository[] = []
function files(contents: Readonly<Record<string, string>>): Repository {
  const made = repository(contents)
  repositories.push(made)
  return made
}
afterEach(() => {
  vi.unstubAllEnvs()
  for (const made of repositories.splice(0)) made.remove()
})

/** The tasks of the started program before and after two rounds. */
async function measured(at: Repository, commands: Commands, directory?: string): Promise<readonly unknown[]> {
  const run = await running(at, commands, 'first', directory)
  const probe = await only(run)
  const before = (await read(probe)).tasks
  await run.round()
  await run.round()
  const after = (await read(probe)).tasks
  await run.stop()
  return [before, after]
}

describe.skipIf(!hasGo)('a Go build', () => {
  it('gets the probe in every program, and breaks in none', async () => {
    const at = files({
      'go.mod': goMod('many', '\nrequire example.com/local v1.0.0\n\nreplace example.com/local => ./local\n'),
      'local/go.mod': goMod('local'),
      'local/local.go': 'package local\n\nfunc Name() string { return "local" }\n',
      'cmd/one/main.go': leaks,
      'cmd/two/main.go':
        'package main\n\nimport "example.com/local"\n\nfunc main() { println(local.Name()) }\n',
      'cmd/tagged/main.go': `//go:build dev && !prod\n\n${leaks}`,
      'lib/lib.go': 'package lib\n\n//go:generate go run gen.go\n\nconst Answer = 42\n',
      'lib/gen.go':
        '//go:build ignore\n\npackage main\n\nimport "os"\n\nfunc main() { os.WriteFile("generated.go", []byte("package lib\\n"), 0o644) }\n',
      'only/main_test.go': 'package main\n\nimport "testing"\n\nfunc TestMain(*testing.M) {}\n',
      'testdata/hidden/main.go': leaks,
    })
    const setup = [
      'go build ./...',
      'go vet ./lib ./cmd/two',
      'go generate ./... 2>/dev/null',
      'go fmt ./...',
      'CGO_ENABLED=0 go build -ldflags=-s -o bin/ ./cmd/one ./cmd/two',
      'go build -tags "dev extra" -o bin/ ./cmd/tagged',
      'go build -o bin/ ./testdata/hidden',
    ].join('\n')
    for (const name of ['one', 'tagged', 'hidden'])
      expect(await measured(at, { setup, start: `exec bin/${name}` })).toEqual([1, 3])
    expect(shell(at.directory, 'bin/two 2>&1')).toBe('local\n')
    expect(shell(at.directory, 'ls -A; ls cmd/one')).toBe(
      'bin\ncmd\ngo.mod\nlib\nlocal\nonly\ntestdata\nmain.go\n',
    )
  })

  it('gets it through go run, of a package and of a file by name', async () => {
    const at = files({
      'go.mod': goMod('runs'),
      'cmd/x/main.go': `// A comment before\n/* package main */ package main // and one behind\n${leaks.slice('package main'.length)}`,
      'cmd/x/more.go': 'package main\n\nvar _ = 1\n',
      'cmd/lines/main.go':
        'package main\n\nimport "runtime"\n\nfunc main() {\n\t_, _, line, _ := runtime.Caller(0)\n\tprintln(line)\n}\n',
    })
    for (const start of [
      'go run ./cmd/x',
      'go run cmd/x/main.go',
      'cd cmd/x && exec go run *.go',
      'go run -trimpath ./cmd/x/*.go',
    ])
      expect(await measured(at, { start }), start).toEqual([1, 3])
    const start = 'go run cmd/lines/main.go'
    const { buildEnv } = await instrumented(at, { start })
    expect(shell(at.directory, `${start} 2>&1`, buildEnv)).toBe('6\n')
  })

  it('gets it through make, with the tags of the Makefile', async () => {
    const at = files({
      'go.mod': goMod('makes'),
      Makefile: 'server:\n\tgo build -tags=dev -o $@ ./cmd/server\n',
      'cmd/server/main.go': `//go:build dev\n\n${leaks}`,
    })
    expect(await measured(at, { setup: 'make server', start: 'exec ./server' })).toEqual([1, 3])
  })

  it('gets it in a workspace, in a module outside of it, and behind a symbolic link', async () => {
    const at = files({
      'go.work': 'go 1.18\n\nuse (\n\t./a\n\t./b\n)\n',
      'a/go.mod': goMod('a', '\nrequire example.com/b v0.0.0\n'),
      'a/main.go': leaks.replace('"os"', '"os"\n\n\t_ "example.com/b"'),
      'b/go.mod': goMod('b'),
      'b/b.go': 'package b\n',
      'b/cmd/main.go': leaks,
      'c/go.mod': goMod('c'),
      'c/main.go': leaks,
    })
    const setup =
      'go build -o bin/a ./a\ngo build -o bin/b ./b/cmd\n(cd c && GOWORK=off go build -o ../bin/c .)'
    for (const name of ['a', 'b', 'c'])
      expect(await measured(at, { setup, start: `exec bin/${name}` })).toEqual([1, 3])
    const link = join(dirname(at.directory), 'link')
    symlinkSync(at.directory, link)
    const start = `cd ${link} && go build -o bin/l ./a && exec bin/l`
    expect(await measured(at, { start }, link)).toEqual([1, 3])
    expect(await measured(at, { start: 'go build -o d . && exec ./d' }, join(at.directory, 'a'))).toEqual([
      1, 3,
    ])
  })

  it('gets it with vendored dependencies', async () => {
    const at = files({
      'go.mod': goMod('vendors', '\nrequire example.com/dep v1.2.3\n'),
      'main.go': leaks.replace('"os"', '"os"\n\n\t_ "example.com/dep"'),
      'vendor/modules.txt': '# example.com/dep v1.2.3\n## explicit\nexample.com/dep\n',
      'vendor/example.com/dep/dep.go': 'package dep\n',
    })
    expect(await measured(at, { setup: 'go build -o server .', start: 'exec ./server' })).toEqual([1, 3])
  })

  it('keeps the user’s flags, and merges an overlay of theirs', async () => {
    const at = files({
      'go.mod': goMod('flags'),
      'main.go': 'package main\n\nfunc main() { broken }\n',
      'replacement.txt': leaks,
      'overlay.json': '{"Replace": {"main.go": "replacement.txt"}}',
    })
    vi.stubEnv('GOFLAGS', "-trimpath=false '-overlay=overlay.json'")
    const { buildEnv } = await instrumented(at, { start: './server' })
    expect(buildEnv.GOFLAGS).toMatch(/^-overlay=\S+$/)
    expect(await measured(at, { setup: 'go build -o server .', start: './server' })).toEqual([1, 3])
    vi.stubEnv('GOFLAGS', '-overlay=absent.json')
    await expect(instrumented(at, { start: './server' })).rejects.toThrow('absent.json, cannot be read')
  })

  it('repeats the flags of `go env -w`, which a variable would replace, and quotes a path with a space', async () => {
    const at = files({ 'go.mod': goMod('spaced'), 'main.go': leaks })
    mkdirSync(join(dirname(at.directory), 'with space'))
    const spaced = { ...at, scratch: join(dirname(at.directory), 'with space') }
    vi.stubEnv('GOFLAGS', '')
    vi.stubEnv('GOENV', join(at.directory, 'env'))
    writeFileSync(join(at.directory, 'env'), 'GOFLAGS=-ldflags=-X=main.version=1 -buildvcs=false\n')
    const { buildEnv } = await instrumented(spaced, { start: './server' })
    expect(buildEnv.GOFLAGS).toMatch(
      /^-ldflags=-X=main.version=1 -buildvcs=false '-overlay=[^']* [^']*' -trimpath$/,
    )
    expect(await measured(spaced, { setup: 'go build -o server .', start: './server' })).toEqual([1, 3])
  })

  it('is told by name what takes the probe away', async () => {
    const at = files({
      'go.mod': goMod('replaces'),
      'main.go': leaks,
      Makefile: 'GOFLAGS := -mod=mod\nx:\n\tgo build\n',
    })
    const refused = (setup: string) => expect(instrumented(at, { setup, start: './x' })).rejects
    await refused('GOFLAGS=-mod=mod go build').toThrow('`GOFLAGS=-mod=mod go build` replaces the GOFLAGS')
    await refused('export GOFLAGS="-tags=a"; go build').toThrow('replaces the GOFLAGS')
    await refused('go build -overlay=x.json').toThrow('replaces the overlay')
    await refused('make x').toThrow('`GOFLAGS := -mod=mod` replaces the GOFLAGS')
    await instrumented(at, { setup: 'GOFLAGS="$GOFLAGS -mod=mod" go build', start: './x' })
  })

  it('is refused when there is no program', async () => {
    const library = files({ 'go.mod': goMod('library'), 'lib.go': 'package lib\n' })
    await expect(instrumented(library, { start: './x' })).rejects.toMatchObject({ code: 'no-go-program' })
  })

  it('is refused when set-up changes what was copied, but for its layout', async () => {
    const at = files({ 'go.mod': goMod('changes'), 'main.go': leaks })
    const { runEnv } = await instrumented(at, { start: './x' })
    writeFileSync(join(at.directory, 'main.go'), leaks.replaceAll('\t', '  '))
    expect(runEnv('first', '/tmp/x')).toMatchObject({
      LEAKDIFF_SOCKETS: '/tmp/x',
      GODEBUG: 'memprofilerate=16384',
    })
    writeFileSync(join(at.directory, 'main.go'), leaks.replace('done', 'did'))
    expect(() => runEnv('first', '/tmp/x')).toThrow('Set-up changes')
  })

  it('stays as it is when the program has an endpoint of its own', async () => {
    const at = files({ 'go.mod': goMod('endpoint'), 'main.go': leaks })
    const profiles = [{ name: null, url: 'http://127.0.0.1:6060/debug/pprof' }]
    const { buildEnv, runEnv } = await instrumented(at, { start: './x', profiles })
    expect(buildEnv).toEqual({})
    expect(runEnv('first', '/tmp/x')).toEqual({ GODEBUG: 'memprofilerate=16384' })
    expect(existsSync(at.scratch)).toBe(false)
  })

  it('is found from a folder of the repository, and builds for other systems as before', async () => {
    const at = files({
      '.git': 'gitdir: elsewhere\n',
      'go.mod': goMod('far'),
      'cmd/a/main.go': leaks,
      'vendor/example.com/x/main.go': leaks,
      'deploy/readme.txt': '',
    })
    const start = 'cd .. && go build -o bin/ ./cmd/... && exec bin/a'
    expect(await measured(at, { start }, join(at.directory, 'deploy'))).toEqual([1, 3])
    const { buildEnv } = await instrumented(at, { start })
    const { Replace } = JSON.parse(readFileSync(join(at.scratch, 'go/overlay.json'), 'utf8'))
    expect(Object.keys(Replace)).toEqual([
      join(at.directory, 'cmd/a/main.go'),
      expect.stringMatching(/\/src\/runtime\/pprof\/zz_leakdiff\.go$/),
    ])
    const listed = (system: string): string =>
      shell(
        at.directory,
        `GOOS=${system} go list -mod=mod -deps -f '{{.ImportPath}} {{.GoFiles}}' ./cmd/a`,
        buildEnv,
      )
    expect(listed('linux')).toContain('zz_leakdiff.go')
    expect(listed('windows')).toContain('runtime/pprof ')
    expect(listed('windows')).not.toContain('zz_leakdiff.go')
  })
})
