// Adds 100 listeners a round, and takes none away; each holds a page.
const { EventEmitter } = require('node:events')
const bus = new EventEmitter()
bus.setMaxListeners(0)
function subscribe() {
  const page = Array.from({ length: 200 }, (_, i) => i + 0.5)
  bus.on('tick', () => page.length)
}
process.stdin.on('data', () => {
  for (let i = 0; i < 100; i++) subscribe()
  console.log('done')
})
console.log('ready')
