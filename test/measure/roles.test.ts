import { expect, test } from 'vitest'
import type { ProcessInfo } from '../../src/measure/process/processes.ts'
import { isWrapper, nameProcesses, poolNames, roleName } from '../../src/measure/roles/roles.ts'

const context = { directory: '/tmp/run/base/svc', roots: ['/tmp/run/base', '/tmp/run/head'] }

test.each([
  ['./bin/node --laddr 127.0.0.1:26656', 'bin/node --laddr 127.0.0.1:*'],
  ['/tmp/run/base/svc/bin/node -home=/tmp/x', 'bin/node -home=*'],
  ['/tmp/run/base/bin/node -c /tmp/run/head/conf.yml', 'bin/node -c conf.yml'],
  ['/tmp/go-build123/b001/exe/server -addr :8080 -n 5', 'server -addr :* -n *'],
  ['node --max-old-space-size=4096 /tmp/run/base/svc/server.mjs', 'node --max-old-space-size=* server.mjs'],
  ['/usr/bin/node server.js http://127.0.0.1:6060/debug', 'node server.js http://127.0.0.1:*/debug'],
  ['worker --name node1 --id worker-17 --wait=1.5s', 'worker --name node1 --id worker-* --wait=*'],
  ['app --url postgres://me:pw@127.0.0.1:5432/db', 'app --url postgres://*@127.0.0.1:*/db'],
  ['app --api-token abcdef --password=hunter2', 'app --api-token * --password=*'],
  ['app 3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'app *'],
  ['app a:/etc/x,/etc/y', 'app a:*,*'],
  ['java -cp bin:/home/me/a.jar:/home/me/b.jar Main', 'java -cp bin:* Main'],
  ['java -cp /home/me/a.jar:/home/me/b.jar:/home/me/c.jar Main', 'java -cp * Main'],
  ['app --map /a/b:/c/d:ro', 'app --map *:ro'],
  // As the script of an application starts it, which names each of its libraries.
  [
    'java -classpath /tmp/run/base/svc/lib/shop.jar:/tmp/run/base/svc/lib/a-1.0.jar:/tmp/run/base/svc/lib/b.jar shop.Main',
    'java -classpath * shop.Main',
  ],
  ['java -cp target/classes:target/dependency/* shop.Main', 'java -cp * shop.Main'],
  ['gunicorn shop.app:create_app --bind 127.0.0.1:80', 'gunicorn shop.app:create_app --bind 127.0.0.1:*'],
])('%s is %s', (line, name) => {
  expect(roleName(line.split(' '), context)).toBe(name)
})

test.each([
  'bash -c x',
  '/bin/sh -e run.sh',
  '-zsh',
  'npm start',
  'node /usr/lib/node_modules/npm/bin/npm-cli.js start',
  'node /usr/bin/yarn dev',
  'node .yarn/releases/yarn-4.1.0.cjs dev',
  'node /home/me/.cache/node/corepack/v1/pnpm/9.1.0/bin/pnpm.cjs dev',
  'node --no-warnings /usr/bin/pnpm dev',
  'go run ./cmd/x',
  'make serve',
  '',
])('%s is a wrapper', (line) => {
  expect(isWrapper({ arguments: line.split(' ') })).toBe(true)
})

test.each(['./bin/node start', 'node server.js', 'node npm-server.js', 'gopher', 'node'])(
  '%s is a program',
  (line) => {
    expect(isWrapper({ arguments: line.split(' ') })).toBe(false)
  },
)

test('a role belongs to the nearest ancestor that has one; equals under one parent share a name', () => {
  const names = (...processes: readonly [pid: number, parent: number, line: string][]) => {
    const named = nameProcesses(processes.map(processOf), context)
    const pools = poolNames([...named.values()])
    return [...named.values()].map((n) => pools.get(n.key))
  }
  expect(names([1, 0, 'bash -c x'], [2, 1, 'a'], [3, 2, 'sh -c b'], [4, 3, 'b 1'], [5, 2, 'b 2'])).toEqual([
    'a',
    'b *',
    'b *',
  ])
  expect(names([2, 1, 'node server.js'], [3, 2, 'node server.js'], [4, 2, 'node server.js'])).toEqual([
    'node server.js',
    'node server.js (child of node server.js)',
    'node server.js (child of node server.js)',
  ])
  expect(names([2, 1, 'a'], [3, 1, 'b'], [4, 2, 'w'], [5, 3, 'w'])).toEqual([
    'a',
    'b',
    'w (child of a)',
    'w (child of b)',
  ])
})

function processOf([pid, parent, line]: readonly [number, number, string]): ProcessInfo {
  return { pid, parent, session: 1, startTime: pid, arguments: line.split(' ') }
}
