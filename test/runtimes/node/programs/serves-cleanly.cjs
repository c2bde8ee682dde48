// An HTTP server that keeps nothing; a round is 50 requests to itself, on connections kept alive.
const http = require('node:http')
const server = http.createServer((_request, response) =>
  response.end(JSON.stringify(new Array(50).fill('x'))),
)
const agent = new http.Agent({ keepAlive: true, maxSockets: 2 })
const get = (port) =>
  new Promise((resolve, reject) => {
    http.get({ port, agent }, (response) => response.resume().on('end', resolve)).on('error', reject)
  })
server.listen(0, '127.0.0.1', () => {
  process.stdin.on('data', async () => {
    for (let i = 0; i < 50; i++) await get(server.address().port)
    console.log('done')
  })
  console.log('ready')
})
