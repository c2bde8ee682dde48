import { createServer } from 'node:http'
import { order } from './shop.js'

createServer(async (request, response) => {
  const n = Number(new URL(request.url, 'http://shop').searchParams.get('n'))
  for (let i = 0; i < n; i++) await order(i)
  response.end('done\n')
}).listen(Number(process.env.PORT), '127.0.0.1')
