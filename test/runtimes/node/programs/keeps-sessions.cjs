// Keeps 200 sessions a round in a map, by names that nobody may learn.
class Session {
  constructor(name) {
    this.name = name
    this.rows = Array.from({ length: 100 }, (_, i) => i + 0.5)
  }
}
const sessions = new Map()
process.stdin.on('data', () => {
  for (let i = 0; i < 200; i++)
    sessions.set(`canary-${sessions.size}`, new Session(`secret-${sessions.size}`))
  console.log('done')
})
console.log('ready')
