import { createServer } from 'node:http'
import { forget, remember } from './orders.mjs'

createServer((request, response) => {
  const order = remember(request.url)
  response.end('ok')
  forget(order)
}).listen(Number(process.env.PORT), '127.0.0.1')
