// Keeps a log in one Buffer that is made anew, longer, in each round: only the variable is old.
let journal = Buffer.alloc(0)
process.stdin.on('data', () => {
  journal = Buffer.concat([journal, Buffer.alloc(50_000)])
  console.log('done')
})
console.log('ready')
