// Keeps 200 entries a round in a variable of a block, as vitest makes one of each module.
class Entry {
  constructor(id) {
    this.rows = Array.from({ length: 10 }, (_, i) => id + i + 0.5)
  }
}
{
  const ledger = []
  const keep = (id) => ledger.push(new Entry(id))
  process.stdin.on('data', () => {
    for (let i = 0; i < 200; i++) keep(i)
    console.log('done')
  })
}
console.log('ready')
