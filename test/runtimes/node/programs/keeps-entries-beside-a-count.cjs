// As keeps-entries-in-a-block.cjs, with a number beside it: V8 tells no more which variable is which.
class Entry {
  constructor(id) {
    this.rows = Array.from({ length: 10 }, (_, i) => id + i + 0.5)
  }
}
{
  let next = 0
  const ledger = []
  const keep = () => ledger.push(new Entry(next++))
  process.stdin.on('data', () => {
    for (let i = 0; i < 200; i++) keep()
    console.log('done')
  })
}
console.log('ready')
