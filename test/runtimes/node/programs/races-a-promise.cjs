// Every order waits for closing time as well, a promise that keeps all that ever waited for it.
const closing = new Promise((resolve) => process.once('SIGUSR2', resolve))
const pack = async (number) => ({ number, items: Array.from({ length: 100 }, (_, i) => i) })
const order = async (number) => await Promise.race([pack(number), closing])
process.stdin.on('data', async () => {
  for (let i = 0; i < 200; i++) await order(i)
  console.log('done')
})
console.log('ready')
