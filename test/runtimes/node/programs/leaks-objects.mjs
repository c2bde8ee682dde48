// An ES module that keeps 200 sessions of about a kilobyte a round, and a window of the last three rounds' pages.
class Session {
  constructor(id) {
    this.id = id
    this.rows = makeRows(id)
  }
}
function makeRows(id) {
  return Array.from({ length: 100 }, (_, i) => id + i + 0.5)
}
function makePages() {
  return Array.from({ length: 200 }, (_, i) => new Array(100).fill(i))
}
const sessions = []
const pages = []
process.stdin.on('data', () => {
  for (let i = 0; i < 200; i++) sessions.push(new Session(i))
  pages.push(makePages())
  if (pages.length > 3) pages.shift()
  console.log('done')
})
console.log('ready')
