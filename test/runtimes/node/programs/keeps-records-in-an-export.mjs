// Keeps 200 records a round in what another ES module exports without a name.
import records from './exports-a-bus.mjs'

class Item {
  constructor(id) {
    this.rows = Array.from({ length: 10 }, (_, i) => id + i + 0.5)
  }
}
process.stdin.on('data', () => {
  for (let i = 0; i < 200; i++) records.push(new Item(i))
  console.log('done')
})
console.log('ready')
