// Keeps 100 buffers of 1000 bytes a round, none of them from Node's pool.
const kept = []
process.stdin.on('data', () => {
  for (let i = 0; i < 100; i++) kept.push(Buffer.alloc(1000))
  console.log('done')
})
console.log('ready')
