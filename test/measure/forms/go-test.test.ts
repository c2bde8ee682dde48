import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ServerWorkload, TestWorkload } from '../../../src/configure/config.ts'
import { measureTrial } from '../../../src/measure/run-trial.ts'
import { replaceableGoroot } from '../../../src/runtimes/go/build/goroot.ts'
import { repeatable } from '../../../src/runtimes/go/build/tests-overlay.ts'
import { go } from '../../../src/runtimes/go/index.ts'
import { ensureProbe, hasGo, repository } from '../../runtimes/go/program.ts'
import { carrying, markOf, openTestSandbox, series, tinyWorkload } from '../sandbox.ts'

const { form: _form, start: _start, ready: _ready, round: _round, ...common }: ServerWorkload = tinyWorkload

const goTest = (body: string, more = '') =>
  `package p\n\nimport "testing"\n\n${more}\nfunc TestIt(t *testing.T) {\n${body}\n}\n`

const packages = {
  'go.mod':
    'module example.com/p\n\ngo 1.21\n\nrequire github.com/onsi/ginkgo/v2 v2.17.0\n\nreplace github.com/onsi/ginkgo/v2 => ./ginkgo\n',
  // Fails when a goroutine is left that is none of its own, as goleak.VerifyTestMain does,
  // and finds its data by runtime.Caller.
  'strict/strict_test.go': `package strict

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestMain(m *testing.M) {
	println("set up once")
	code := m.Run()
	if runtime.NumGoroutine() > 1 {
		println("a goroutine was left")
		code = 1
	}
	os.Exit(code)
}

func TestData(t *testing.T) {
	_, file, _, _ := runtime.Caller(0)
	if _, err := os.ReadFile(filepath.Join(filepath.Dir(file), "testdata", "x.txt")); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("LEAKDIFF_SOCKETS") != "" {
		t.Fatal("what tests start would wait for rounds")
	}
}
`,
  'strict/testdata/x.txt': 'x\n',
  'leaks/leaks_test.go': goTest(
    '\tgo hold()\n\tt.Run("sub", func(t *testing.T) { go hold() })',
    'var never = make(chan int)\n\nfunc hold() { <-never }',
  ),
  'twice/twice_test.go': goTest('\tif ran {\n\t\tt.Fatal("again")\n\t}\n\tran = true', 'var ran bool'),
  'panics/panics_test.go': goTest(
    '\tif ran {\n\t\tpanic("registered twice")\n\t}\n\tran = true',
    'var ran bool',
  ),
  'partly/partly_test.go': `package partly

import (
	"fmt"
	"testing"
)

var ran, printed bool
var never = make(chan int)

func hold() { <-never }

func TestSuite(t *testing.T) {
	t.Run("registers (once)", func(t *testing.T) {
		if ran {
			t.Fatal("again")
		}
		ran = true
	})
	t.Run("holds", func(t *testing.T) { go hold() })
}

func FuzzSeeds(f *testing.F) {
	f.Add("seed")
	f.Fuzz(func(t *testing.T, text string) { go hold() })
}

func Example() {
	fmt.Println(printed)
	printed = true
	// Output: false
}
`,
  // As ginkgo since 2.17: its tree is made anew for each run, which it allows once.
  'ginkgo/go.mod': 'module github.com/onsi/ginkgo/v2\n\ngo 1.21\n',
  'ginkgo/core_dsl.go': `package ginkgo

import "os"

var suiteDidRun = false

var global clones

type clones struct{}

func (clones) PushClone() {}

func RunSpecs(fail func(), spec func()) {
	if suiteDidRun {
		os.Exit(1)
	}
	suiteDidRun = true
	global.PushClone()
	go func() { select {} }()
	spec()
}
`,
  'specs/specs_test.go': `package specs_test

import (
	"testing"

	. "github.com/onsi/ginkgo/v2"
)

var never = make(chan int)

func hold() { <-never }

func TestSpecs(t *testing.T) {
	RunSpecs(t.Fail, func() { go hold() })
}
`,
  'fails/fails_test.go': goTest('\tt.Run("part", func(t *testing.T) { t.Fatal("no") })'),
  'skips/skips_test.go': goTest('\tt.Skip("not here")'),
  'broken/broken_test.go': goTest('\tnothing()'),
  'tagged/tagged_test.go': `//go:build integration\n\n${goTest('')}`,
  'tagged/doc.go': 'package p\n',
  'alt.mod':
    'module example.com/p\n\ngo 1.21\n\nrequire github.com/onsi/ginkgo/v2 v2.17.0\n\nreplace github.com/onsi/ginkgo/v2 => ./ginkgo\n',
  'space/go.work': 'go 1.21\n\nuse (\n\t./api\n\t./lib\n)\n',
  'space/lib/go.mod': 'module example.com/lib\n\ngo 1.21\n',
  'space/lib/lib.go':
    'package lib\n\nvar never = make(chan int)\n\nfunc Hold() { go func() { <-never }() }\n',
  'space/api/go.mod': 'module example.com/api\n\ngo 1.21\n',
  'space/api/api_test.go': `package api

import (
	"testing"

	"example.com/lib"
)

func TestHold(t *testing.T) { lib.Hold() }
`,
}

const steps = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, index) => value - (values[index] ?? 0))

const repo = repository(packages)
afterAll(() => repo.remove())

async function measure(text: string, more: Partial<TestWorkload> = {}) {
  ensureProbe()
  using sandbox = openTestSandbox()
  const workload: TestWorkload = { ...common, form: 'test', runtime: 'go', test: text, ...more }
  const revision = { side: 'head', sha: 'a'.repeat(40), how: 'head', directory: repo.directory } as const
  mkdirSync(repo.scratch, { recursive: true })
  const instrumentation = await go.instrument({ workload, directory: repo.directory, scratch: repo.scratch })
  const trial = await measureTrial({
    ...sandbox.request({}),
    workload,
    revision,
    runtime: go,
    instrumentation,
  })
  return { trial, log: sandbox.logged.join('\n') }
}

test.skipIf(!hasGo)('each package is a role; what cannot be repeated is left out and named', async () => {
  const mark = markOf('go-test')
  const { trial, log } = await measure(
    `export ${mark}; go test -timeout 20s ./strict ./leaks ./twice ./panics ./skips`,
  )
  expect(trial.failures).toEqual([])
  const names = trial.roles.map((r) => r.name)
  expect(names).toEqual(
    ['example.com/p/leaks', 'example.com/p/strict'].sort((a, b) => names.indexOf(a) - names.indexOf(b)),
  )
  const leaks = names.indexOf('example.com/p/leaks')
  const [first = 0] = series(trial, 'tasks', leaks)
  expect(series(trial, 'tasks', leaks)).toEqual([first, first + 2, first + 4])
  expect(series(trial, 'tasks', 1 - leaks)).toEqual([1, 1, 1])
  expect(trial.notes.filter((n) => n.code === 'not-repeatable').map((n) => n.text)).toEqual([
    expect.stringContaining('`TestIt` of example.com/p/twice passes once and not twice'),
    expect.stringContaining('`TestIt` of example.com/p/panics passes once and not twice'),
  ])
  const places = trial.notes.map(({ paths, subject }) => [subject, paths])
  expect(places).toEqual([
    ['all of example.com/p/twice', ['twice/']],
    ['all of example.com/p/panics', ['panics/']],
  ])
  expect(log).not.toContain('a goroutine was left')
  expect(carrying(mark)).toEqual([])
})

test.skipIf(!hasGo)(
  'one test or example that cannot be repeated leaves out itself, and the others are judged',
  async () => {
    const { trial } = await measure('go test -shuffle=on ./partly')
    expect(trial.failures).toEqual([])
    expect(steps(series(trial, 'tasks'))).toEqual([2, 2])
    const [note] = trial.notes.map((n) => n.text)
    expect(note).toMatch(/`TestSuite\/registers_\(once\)`/)
    expect(note).toMatch(/`Example`/)
    expect(note).toContain('left out, the other tests of example.com/p/partly are judged')
    expect(trial.notes[0]?.paths).toEqual(['partly/partly_test.go'])
  },
)

test.skipIf(!hasGo)('specs of ginkgo are repeated, and what it keeps of each run is no leak', async () => {
  const { trial, log } = await measure('go test ./specs')
  expect(trial.failures, log).toEqual([])
  expect(trial.notes).toEqual([])
  expect(steps(series(trial, 'tasks'))).toEqual([1, 1])
})

test.skipIf(!hasGo)('a test that fails is named, and so is a package that does not build', async () => {
  const failing = await measure('go test ./fails')
  expect(failing.trial.failures).toMatchObject([{ code: 'test-failed' }])
  expect(failing.trial.failures[0]?.text).toBe('`TestIt/part` of example.com/p/fails fails in warm-up.')
  const broken = await measure('go test ./strict ./broken')
  expect(broken.trial.failures[0]?.text).toContain('Not measured: example.com/p/broken.')
})

test.skipIf(!hasGo)('no test executed is a failed round; tags are kept', async () => {
  const nothing = await measure('go test ./skips ./tagged')
  expect(nothing.trial.failures).toMatchObject([{ code: 'no-test', text: '`test` executed no test.' }])
  const tagged = await measure('cd tagged && go test -tags integration -run It .')
  expect(tagged.trial.failures).toEqual([])
  expect(tagged.trial.roles.map((r) => r.name)).toEqual(['example.com/p/tagged'])
})

test.skipIf(!hasGo).each([
  ['another file of the module', 'go test -modfile=alt.mod ./leaks', 'example.com/p/leaks', 2],
  ['a workspace of modules', 'cd space && go test ./api/... ./lib/...', 'example.com/api', 1],
])('tests are repeated with %s', async (_, command, role, tasks) => {
  const { trial, log } = await measure(command)
  expect(trial.failures, log).toEqual([])
  expect(trial.roles.map(({ name }) => name)).toEqual([role])
  expect(steps(series(trial, 'tasks'))).toEqual([tasks, tasks])
})

test('a testing package of another shape is refused by the name of what is missing', () => {
  expect(() => repeatable('testing.go', 'package testing\n', 'go9.9')).toThrow(
    'leakdiff does not know the package testing of go9.9: it does not hold `func (m *M) Run() (code int) {` once.',
  )
})

test('a downloaded toolchain is used under another name: Go lets no overlay replace files of the module cache', async () => {
  const home = mkdtempSync(join(tmpdir(), 'leakdiff-goroot-'))
  const go = join(home, 'go')
  const path = process.env.PATH
  try {
    writeFileSync(go, `#!/bin/sh\necho ${home}/mod/golang.org/toolchain@x\necho ${home}/mod\n`, {
      mode: 0o755,
    })
    process.env.PATH = `${home}:${path}`
    const { goroot, env } = await replaceableGoroot(home, join(home, 'scratch'))
    expect(goroot).toBe(join(home, 'scratch/goroot'))
    expect(readlinkSync(goroot)).toBe(`${home}/mod/golang.org/toolchain@x`)
    expect(env).toEqual({
      GOROOT: goroot,
      GOTOOLCHAIN: 'local',
      PATH: `${goroot}/bin:${home}:${path}`,
    })
  } finally {
    process.env.PATH = path
    rmSync(home, { recursive: true, force: true })
  }
})
