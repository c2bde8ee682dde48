// Adds ten small listeners a round, beside 30 MB that it has had from its start.
const { EventEmitter } = require('node:events')
const bus = new EventEmitter()
bus.setMaxListeners(0)
const before = Array.from({ length: 30 }, () => Buffer.alloc(1_000_000))
process.stdin.on('data', () => {
  for (let i = 0; i < 10; i++) bus.on('reload', () => before.length + i)
  console.log('done')
})
console.log('ready')
