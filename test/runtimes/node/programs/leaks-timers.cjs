// Leaks as many timers a round as its argument says. With --expose-gc it also says how much of its heap is used after each.
const perRound = Number(process.argv[2] ?? 1)
function watch(session) {
  setTimeout(() => session, 1e8)
}
async function used() {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 5; i++) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
    least = Math.min(least, process.memoryUsage().heapUsed)
  }
  return least
}
process.stdin.setEncoding('utf8').on('data', async () => {
  for (let i = 0; i < perRound; i++) watch(i)
  console.log(globalThis.gc ? await used() : 'done')
})
console.log('ready')
