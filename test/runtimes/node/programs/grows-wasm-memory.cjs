// Grows a WebAssembly memory by eight pages a round, 524,288 bytes.
const memory = new WebAssembly.Memory({ initial: 1, maximum: 10_000 })
process.stdin.on('data', () => {
  memory.grow(8)
  console.log('done')
})
console.log('ready')
