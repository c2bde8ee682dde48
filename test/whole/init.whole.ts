import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commit } from '../checkout/repositories.ts'
import { change, folder, leakdiffIn, project } from '../cli/project.ts'

type Files = Readonly<Record<string, string>>

/** What `leakdiff init` writes for the files, committed; then the same with `leak` in the working tree. */
async function firstHour(files: Files, leak: Files) {
  const { root } = project(files)
  const init = await leakdiffIn(root, ['init', '--yes'])
  expect(init.stderr).not.toContain('bug in leakdiff')
  expect(init.status).toBe(0)
  // Fewer rounds and shorter waits than are written: these are about what is written besides.
  const configuration = readFileSync(join(root, '.github/leakdiff.yml'), 'utf8')
  const hurried = '    rounds: 6\n    repeat: 1\n    settle: { quiet: 50ms, limit: 2s }\n'
  commit(root, 'measured', { '.github/leakdiff.yml': `${configuration}${hurried}` })
  change(root, leak)
  const json = join(folder(), 'result.json')
  const { result } = await leakdiffIn(root, ['run', '--json', json], json)
  return { configuration, result }
}

/** A version of a package as a registry would give it: its tarball, not compressed, which npm takes too. */
function tarball(version: string, source: string): string {
  const directory = folder()
  mkdirSync(join(directory, 'package'))
  const manifest = { name: 'pricing', version, main: 'index.js' }
  writeFileSync(join(directory, 'package/package.json'), JSON.stringify(manifest))
  writeFileSync(join(directory, 'package/index.js'), source)
  return execFileSync('tar', ['c', '-C', directory, 'package'], { encoding: 'latin1' })
}

describe.concurrent('from the first command to a red that names it, unedited', () => {
  it('of a package that a workspace shares', async () => {
    const shared = (leak: string) =>
      `const all = []\nexports.list = function list(request) {\n${leak}  return '[]'\n}\n`
    const { configuration, result } = await firstHour(
      {
        'package.json': '{"name":"root","private":true,"workspaces":["apps/*","packages/*"]}',
        'package-lock.json': JSON.stringify({
          name: 'root',
          lockfileVersion: 3,
          requires: true,
          packages: {
            '': { name: 'root', workspaces: ['apps/*', 'packages/*'] },
            'apps/api': { version: '1.0.0', dependencies: { shared: '*' } },
            'node_modules/api': { resolved: 'apps/api', link: true },
            'node_modules/shared': { resolved: 'packages/shared', link: true },
            'packages/shared': { version: '1.0.0' },
          },
        }),
        '.gitignore': 'node_modules\n',
        'apps/api/package.json':
          '{"name":"api","version":"1.0.0","scripts":{"start":"node index.js"},"dependencies":{"shared":"*"}}',
        'apps/api/index.js':
          "const { list } = require('shared')\nrequire('http').createServer((request, response) => {\n  if (request.url === '/items') return response.end(list(request))\n  response.statusCode = 404\n  response.end()\n}).listen(process.env.PORT)\n",
        'packages/shared/package.json': '{"name":"shared","version":"1.0.0","main":"index.js"}',
        'packages/shared/index.js': shared(''),
      },
      { 'packages/shared/index.js': shared('  all.push(setInterval(() => request, 1e6))\n') },
    )
    expect(configuration).toContain('setup: (cd ../.. && npm ci --no-audit --no-fund)')
    expect(configuration).toContain(
      'changed: ["apps/api", "packages/shared", "package-lock.json", "package.json", ".github/leakdiff*"]',
    )
    expect(result?.verdict).toBe('fail')
    expect(JSON.stringify(result?.workloads[0]?.findings[0])).toContain('packages/shared/index.js')
  })

  it('of a dependency of which the lock file of the root alone takes another version', async () => {
    const lock = (version: string) =>
      JSON.stringify(
        {
          name: 'root',
          lockfileVersion: 3,
          requires: true,
          packages: {
            '': { name: 'root', workspaces: ['apps/*'] },
            'apps/api': { version: '1.0.0', dependencies: { pricing: '^1.0.0' } },
            'node_modules/api': { resolved: 'apps/api', link: true },
            'node_modules/pricing': { version, resolved: `file:registry/pricing-${version}.tgz` },
          },
        },
        null,
        2,
      )
    const list = (leak: string) =>
      `const all = []\nexports.list = function list(request) {\n${leak}  return '[]'\n}\n`
    const { configuration, result } = await firstHour(
      {
        'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}',
        'package-lock.json': lock('1.0.0'),
        '.gitignore': 'node_modules\n',
        'registry/pricing-1.0.0.tgz': tarball('1.0.0', list('')),
        'registry/pricing-1.0.1.tgz': tarball('1.0.1', list('  all.push(setInterval(() => request, 1e6))\n')),
        'apps/api/package.json':
          '{"name":"api","version":"1.0.0","scripts":{"start":"node index.js"},"dependencies":{"pricing":"^1.0.0"}}',
        'apps/api/index.js':
          "const { list } = require('pricing')\nrequire('http').createServer((request, response) => {\n  if (request.url === '/items') return response.end(list(request))\n  response.statusCode = 404\n  response.end()\n}).listen(process.env.PORT)\n",
      },
      { 'package-lock.json': lock('1.0.1') },
    )
    expect(configuration).toContain('"package-lock.json"')
    expect(result?.verdict).toBe('fail')
    expect(result?.workloads[0]?.findings[0]?.changedLines).toMatchObject([
      { file: 'package-lock.json', package: 'pricing', version: '1.0.1' },
    ])
  })

  it('of one of several programs, whose port is given by a flag', async () => {
    const main = (leak: string) => `package main

import (
	"flag"
	"net/http"
)

func orders(w http.ResponseWriter, r *http.Request) {
${leak}	w.Write([]byte("[]"))
}

func main() {
	address := flag.String("listen", "127.0.0.1:9417", "")
	flag.Parse()
	http.HandleFunc("/orders", orders)
	panic(http.ListenAndServe(*address, nil))
}
`
    const { configuration, result } = await firstHour(
      {
        'go.mod': 'module example.com/shop\n\ngo 1.22\n',
        'cmd/api/main.go': main(''),
        'cmd/tool/main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("done") }\n',
        'internal/fake/fake.go':
          'package fake\n\nimport "net/http"\n\nfunc Serve() error { return http.ListenAndServe("127.0.0.1:9999", nil) }\n',
      },
      { 'cmd/api/main.go': main('\tgo func() { <-make(chan struct{}) }()\n') },
    )
    expect(configuration).toContain('start: ./bin/leakdiff-server --listen=127.0.0.1:$PORT')
    expect(result?.verdict).toBe('fail')
    expect(result?.workloads[0]?.findings[0]?.function).toContain('orders')
  })
})
