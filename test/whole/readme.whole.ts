import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, it } from 'vitest'
import { change, cli, project, quiet } from '../cli/project.ts'
import { root } from '../harness/toolchain.ts'

/** What README.md shows to be typed: each block of lines that are set in by four, without comments. */
const typed = readFileSync(join(root, 'README.md'), 'utf8')
  .replace(/^```.*?^```$/gms, '')
  .split(/\n(?! {4})/)
  .map((block) =>
    block
      .replace(/^(?! {4}).*\n?/, '')
      .replace(/^ {4}/gm, '')
      .replace(/ {2,}#.*$/gm, '')
      .trim(),
  )
  .filter((block) => /^(?:git|npx|npm|node) /.test(block))

const [demo, firstHour, byHand, ...others] = typed as [string, string, string, ...string[]]

/** Typed in a shell, by a person who has the command. */
const type = (cwd: string, commands: string) =>
  execa('bash', ['-ec', commands.replaceAll('npx github:OWNER/leakdiff', `node ${cli}`)], {
    cwd,
    reject: false,
    all: true,
    env: quiet,
  })

const go = {
  'go.mod': 'module example.com/shop\n\ngo 1.21\n',
  'cmd/server/main.go': `package main

import (
	"flag"
	"net/http"
)

var orders [][]byte

func main() {
	listen := flag.String("listen", "", "")
	flag.Parse()
	http.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {})
	http.HandleFunc("/order", order)
	panic(http.ListenAndServe(*listen, nil))
}

func order(w http.ResponseWriter, r *http.Request) {}
`,
  'scripts/load.sh': `#!/usr/bin/env bash
for i in $(seq "$1"); do
  exec 3<> "/dev/tcp/127.0.0.1/$PORT"
  printf 'GET /order HTTP/1.0\\r\\n\\r\\n' >&3
  cat <&3 > /dev/null
done
`,
}
const keeping = go['cmd/server/main.go'].replace(
  'func order(w http.ResponseWriter, r *http.Request) {}',
  'func order(w http.ResponseWriter, r *http.Request) {\n\torders = append(orders, make([]byte, 8192))\n}',
)

const node = {
  'package.json': '{"name":"shop","version":"1.0.0","private":true,"scripts":{"start":"node server.js"}}',
  'server.js': `const http = require('http')
http.createServer(function order(request, response) {
  response.end('[]')
}).listen(process.env.PORT)
`,
}

it('every command is one of those that are tried', () => {
  expect(others).toEqual(['npm cit'])
  expect(demo.split('\n').at(-1)).toBe('node dist/cli.mjs demo')
})

it.concurrent('the demo, as typed in a clone', async () => {
  const clone = demo.replace('https://github.com/OWNER/leakdiff', `${root} leakdiff`)
  const { exitCode, all } = await type(project({ 'a.txt': '' }).root, clone)
  expect(exitCode, all).toBe(1)
  expect(all).toContain('remindLater')
})

it.concurrent('the first hour, as typed', async () => {
  const { exitCode, all } = await type(project(node).root, firstHour)
  expect(exitCode, all).toBe(0)
  expect(all).toContain('✅ leakdiff:')
})

it.concurrent('a server by hand, as typed', async () => {
  const { root: shop } = project(go)
  await execa('chmod', ['+x', join(shop, 'scripts/load.sh')])
  change(shop, { 'cmd/server/main.go': keeping })
  const { exitCode, all } = await type(shop, byHand)
  expect(exitCode, all).toBe(1)
  expect(all).toContain('main.order')
})
