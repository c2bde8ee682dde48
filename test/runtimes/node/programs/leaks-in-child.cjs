// One timer a round in a forked child, or with the argument `cluster` in a worker of a cluster; none in the parent.
const cluster = require('node:cluster')
const { fork } = require('node:child_process')
const inChild = process.argv[2] === 'child' || cluster.isWorker
if (inChild) {
  process.on('message', () => {
    setTimeout(() => {}, 1e8)
    process.send('done')
  })
  process.send('ready')
} else {
  const child = process.argv[2] === 'cluster' ? cluster.fork() : fork(__filename, ['child'])
  child.on('message', (message) => console.log(message))
  process.stdin.on('data', () => child.send('round'))
  process.on('SIGTERM', () => {
    if (cluster.isPrimary && child.process) child.process.kill()
    else child.kill()
    process.exit()
  })
}
