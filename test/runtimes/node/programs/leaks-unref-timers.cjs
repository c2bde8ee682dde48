// Leaks three timers a round that do not keep the program alive, and one that ends at once.
process.stdin.on('data', () => {
  for (let i = 0; i < 3; i++) setInterval(() => i, 1e8).unref()
  setTimeout(() => console.log('done'), 1)
})
console.log('ready')
