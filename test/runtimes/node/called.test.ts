import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { node } from '../../../src/runtimes/node/index.ts'
import { calledAt } from '../../../src/runtimes/node/source/called.ts'
import { framing } from '../../../src/trial/site-table.ts'

const program = `const router = new Router()
router.get('/report', (request, response) => {
  rows.forEach((row) => keep(row))
  bus.on('price', (price) => keep(price))
})
router.post(
  '/orders/:id',
  signedIn,
  async (request, response) => {
    setInterval(() => poll(), 10)
  },
)
router.all('/files/*', (request) => request)
http.createServer((request, response) => {
  seen.push(request)
})
const kept = items.map((item) => ({ item }))
module.exports = (one) => one
function named() {
  return list.filter((x) => x)
}
class Basket {
  open() {
    this.onChange = (price) => keep(price)
    return async (price) => keep(price)
  }
}
exports.compose = function (all) {
  if (all.length > 0) {
    return function (context) {
      return all
    }
  }
}
bus.on('tick', () => {
  if (late) {
    list.map((x) => x)
  }
})`.split('\n')

it.each([
  [2, 'GET /report'],
  [3, 'GET /report'],
  [4, 'on price'],
  [9, 'POST /orders/:id'],
  [10, 'POST /orders/:id'],
  [13, 'ALL /files/…'],
  [14, 'callback of http.createServer'],
  [17, 'callback of items.map'],
  [18, 'module.exports'],
  [20, 'callback of list.filter'],
  [24, 'onChange'],
  [25, 'function of open'],
  [30, 'function of exports.compose'],
  [31, 'anonymous `return all`'],
  [37, 'on tick'],
])('the function on line %d is called %s', (line, called) => {
  expect(calledAt(program, line)).toBe(called)
})

it('a call that has ended above it gives a function no name; types stand in the way of none', () => {
  const routes = `app.get('/', async () => all().map((one) => ({ ...one })))

app.get<{ Params: { id: string } }>(
  '/:id',
  { schema },
  async (request, reply) => {
    return find(request.params.id)
  },
)
app.get('/last', () => (done(1), 2))
keep(
  (one) => one,
)`.split('\n')
  expect([1, 6, 7, 10, 12].map((line) => calledAt(routes, line))).toEqual([
    'GET /',
    'GET /:id',
    'GET /:id',
    'GET /last',
    'anonymous `(one) => one,`',
  ])
})

const root = mkdtempSync(join(tmpdir(), 'called-'))
afterAll(() => rmSync(root, { recursive: true }))

it('a frame without a name is told, and waived, by route and file; others keep their names', async () => {
  mkdirSync(join(root, 'src'))
  const file = join(root, 'src/app.js')
  writeFileSync(file, program.join('\n'))
  const framed = framing(node, await node.locator({ root, directory: root }))
  const frame = (name: string, line: number) => framed({ function: name, file, line })
  expect(frame('(anonymous)', 2)).toEqual({
    function: 'GET /report',
    file,
    line: 2,
    site: 'GET /report (app.js)',
    location: { origin: 'project', path: 'src/app.js' },
  })
  expect(frame('(anonymous)', 9).site).not.toBe(frame('(anonymous)', 2).site)
  expect(frame('named', 19).function).toBe('named')
})

it('names nothing in a bundle, nor in a file that is gone', async () => {
  expect(calledAt(['x'.repeat(400)], 1)).toBe(null)
  const locate = await node.locator({ root, directory: root })
  expect(locate({ function: '(anonymous)', file: join(root, 'gone.js'), line: 1 })).toEqual({
    origin: 'project',
    path: 'gone.js',
  })
})
