/** The demo's project: a small shop server. Head adds a reminder to every basket and never cancels it. */

const server = `import http from 'node:http'
import { checkOut } from './basket.mjs'

const server = http.createServer(function shop(request, response) {
  if (request.method !== 'POST') return response.writeHead(404).end()
  response.end(JSON.stringify(checkOut(Math.random())))
})
server.listen(Number(process.env.PORT), '127.0.0.1')
`

const basketOnBase = `export function checkOut(id) {
  const basket = { id, items: Array.from({ length: 40 }, (_, i) => ({ sku: i, price: i * 1.5 })) }
  return { id, sum: basket.items.reduce((sum, item) => sum + item.price, 0) }
}
`

const basketOnHead = `export function checkOut(id) {
  const basket = { id, items: Array.from({ length: 40 }, (_, i) => ({ sku: i, price: i * 1.5 })) }
  remindLater(basket)
  return { id, sum: basket.items.reduce((sum, item) => sum + item.price, 0) }
}

function remindLater(basket) {
  setTimeout(() => console.log('still interested?', basket.items.length), 3_600_000)
}
`

const shoppers = `import http from 'node:http'

const checkOut = () =>
  new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port: process.env.PORT, path: '/checkout', method: 'POST' }
    const request = http.request(options, (response) => response.resume().on('end', done))
    request.on('error', fail).end()
  })
for (let i = 0; i < 100; i++) await checkOut()
`

const configuration = `workloads:
  checkout:
    runtime: node
    start: node server.mjs
    ready: 127.0.0.1:$PORT
    round: node shoppers.mjs
    operations: 100
    rounds: 6
    repeat: 1
    warmup: 1
    settle: { quiet: 50ms, limit: 2s }
`

const unchanged = {
  'package.json': '{ "name": "shop", "private": true, "type": "module" }\n',
  'server.mjs': server,
  'shoppers.mjs': shoppers,
  '.github/leakdiff.yml': configuration,
}

/** Files of the demo's two revisions, by path. */
export const shop = {
  base: { ...unchanged, 'basket.mjs': basketOnBase },
  head: { ...unchanged, 'basket.mjs': basketOnHead },
} as const
