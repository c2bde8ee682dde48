// One line changed in a dependency: in a vendored, a replaced and a bumped one.
// The comment must blame that line.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compareSides, root } from './scenario.mjs'

const harness = readFileSync(join(root, 'test/leaks/go/main.go'), 'utf8')
const server = readFileSync(join(root, 'test/leaks/node/server.js'), 'utf8')

/** The line at which base and head of the dependency differ is its tenth in Go. */
const goBus = (room) => `package bus

type Bus struct {
	events chan int
	page   [1024]byte
}

// Publish waits for nobody.
func Publish(event int) {
	b := &Bus{events: make(chan int, ${room})}
	go b.send(event)
}

func (b *Bus) send(event int) {
	b.events <- event
}
`
const goShop = `package shop

import "example.org/bus"

func Order() {
	bus.Publish(1)
}
`
const goMod = (version, rest = '') =>
  `module example.com/app\n\ngo 1.24\n\nrequire example.org/bus ${version}\n${rest}`
const busMod = 'module example.org/bus\n\ngo 1.24\n'
const files = (record) => Object.entries(record).map(([path, text]) => ({ path, text }))
const goFiles = (more) => files({ 'main.go': harness, 'shop/shop.go': goShop, ...more })
const sides = (of) => ({ base: of(1, 'v1.0.0'), head: of(0, 'v1.1.0') })

const go = { runtime: 'go', setup: 'go build -o server .', start: './server' }
const node = { runtime: 'node', setup: 'npm ci --offline --no-audit --no-fund', start: 'node server.js' }

const scenarios = [
  {
    name: 'go-vendored',
    ...go,
    blamed: { file: 'vendor/example.org/bus/bus.go', line: 10 },
    sides: () =>
      sides((room) =>
        goFiles({
          'go.mod': goMod('v1.0.0'),
          'vendor/modules.txt': '# example.org/bus v1.0.0\n## explicit; go 1.24\nexample.org/bus\n',
          'vendor/example.org/bus/bus.go': goBus(room),
        }),
      ),
  },
  {
    name: 'go-replaced',
    ...go,
    blamed: { file: 'lib/bus/bus.go', line: 10 },
    sides: () =>
      sides((room) =>
        goFiles({
          'go.mod': goMod('v1.0.0', '\nreplace example.org/bus => ./lib/bus\n'),
          'lib/bus/go.mod': busMod,
          'lib/bus/bus.go': goBus(room),
        }),
      ),
  },
  {
    name: 'go-work',
    ...go,
    blamed: { file: 'lib/bus/bus.go', line: 10 },
    sides: () =>
      sides((room) =>
        goFiles({
          'go.mod': goMod('v1.0.0'),
          'go.work': 'go 1.24\n\nuse (\n\t.\n\t./lib/bus\n)\n',
          'lib/bus/go.mod': busMod,
          'lib/bus/bus.go': goBus(room),
        }),
      ),
  },
  {
    name: 'go-bumped',
    ...go,
    blamed: { file: 'go.mod', line: 5, package: 'example.org/bus', version: 'v1.1.0' },
    sides: (directory) => {
      moduleProxy(directory, 'v1.0.0', goBus(1))
      moduleProxy(directory, 'v1.1.0', goBus(0))
      return sides((_, version) => goFiles({ 'go.mod': goMod(version) }))
    },
    setup: (directory) =>
      `export GOPROXY=file://${directory}/proxy GOSUMDB=off GOMODCACHE=${directory}/pkg/mod\n` +
      'GOFLAGS="$GOFLAGS -mod=mod -modcacherw" go build -o server .',
  },
  {
    name: 'npm-bumped',
    ...node,
    blamed: { file: 'package.json', package: 'bus' },
    sides: (directory) => npmSides(directory, (version) => `file:${directory}/bus-${version}.tgz`),
  },
  {
    name: 'npm-bumped-lock',
    ...node,
    blamed: { file: 'package-lock.json', package: 'bus', version: '1.1.0' },
    sides: (directory) => npmSides(directory, () => '^1.0.0'),
  },
]

/** Runs those named (all without names); returns how many were not blamed as they should be. */
export async function runDependencies(names) {
  let failed = 0
  for (const scenario of scenarios.filter(({ name }) => names.length === 0 || names.includes(name))) {
    process.stderr.write(`${scenario.name} … `)
    const { ok, said, seconds } = await compared(scenario)
    if (!ok) failed++
    process.stderr.write(`${ok ? 'blamed' : 'NOT BLAMED'}, ${Math.round(seconds)} s\n${said}\n`)
  }
  return failed
}

async function compared({ blamed, setup, sides: sidesIn, ...scenario }) {
  const directory = mkdtempSync(join(tmpdir(), 'leakdiff-registry-'))
  try {
    const outcome = await compareSides(
      {
        ...scenario,
        ready: '127.0.0.1:$PORT',
        round: 'curl -sS --fail-with-body -X POST "http://127.0.0.1:$PORT/work?n=100"',
        operations: 100,
        sides: sidesIn(directory),
        setup: typeof setup === 'function' ? setup(directory) : setup,
      },
      'base',
      'head',
    )
    const [line] = outcome.result?.workloads[0]?.findings[0]?.changedLines ?? []
    const ok = line !== undefined && Object.entries(blamed).every(([key, value]) => line[key] === value)
    const said = outcome.markdown?.split('\n').find((text) => text.startsWith('**Who'))
    return { ok, said: said ?? outcome.stderr.slice(-2000), seconds: outcome.seconds }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** One version of a module as GOPROXY=file:// reads it (go.dev/ref/mod#goproxy-protocol). */
function moduleProxy(directory, version, source) {
  const at = join(directory, 'proxy/example.org/bus/@v')
  const tree = join(directory, `tree-${version}`)
  put(join(tree, 'go.mod'), busMod)
  put(join(tree, 'bus.go'), source)
  put(join(at, `${version}.info`), JSON.stringify({ Version: version, Time: '2026-01-01T00:00:00Z' }))
  put(join(at, `${version}.mod`), busMod)
  const git = (...args) => execFileSync('git', args, { cwd: tree, stdio: 'ignore' })
  git('init', '--quiet')
  git('add', '--all')
  const identity = ['-c', 'user.name=leakdiff', '-c', 'user.email=leakdiff@example.invalid']
  git(...identity, '-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', version)
  const zip = join(at, `${version}.zip`)
  git('archive', '--format=zip', `--prefix=example.org/bus@${version}/`, `--output=${zip}`, 'HEAD')
}

const nodeBus = (keeps) => `const told = []

export function publish(event) {
  const message = { event, page: Array.from({ length: 200 }, (_, i) => i) }
  told${keeps ? '.push(message)' : '[0] = message'}
}
`

function npmSides(directory, wanted) {
  for (const [version, keeps] of [
    ['1.0.0', false],
    ['1.1.0', true],
  ]) {
    const tree = join(directory, `npm-${version}`)
    put(join(tree, 'package.json'), JSON.stringify({ name: 'bus', version, type: 'module', main: 'bus.js' }))
    put(join(tree, 'bus.js'), nodeBus(keeps))
    execFileSync('npm', ['pack', '--silent', '--pack-destination', directory], { cwd: tree, stdio: 'ignore' })
  }
  const side = (version) => {
    const manifest = { name: 'app', version: '1.0.0', type: 'module', dependencies: { bus: wanted(version) } }
    const packages = {
      '': { name: 'app', version: '1.0.0', dependencies: manifest.dependencies },
      'node_modules/bus': { version, resolved: `file:${directory}/bus-${version}.tgz` },
    }
    const lock = { name: 'app', version: '1.0.0', lockfileVersion: 3, requires: true, packages }
    return files({
      'server.js': server,
      'shop.js': "import { publish } from 'bus'\n\nexport const order = (number) => publish(number)\n",
      'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
      'package-lock.json': `${JSON.stringify(lock, null, 2)}\n`,
    })
  }
  return { base: side('1.0.0'), head: side('1.1.0') }
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
