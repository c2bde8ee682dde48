// Sets 200 timers a round and never clears them; each holds a page.
process.stdin.on('data', () => {
  for (let i = 0; i < 200; i++) {
    const page = new Array(200).fill(i + 0.5)
    setInterval(() => page.length, 3_600_000)
  }
  console.log('done')
})
console.log('ready')
