// One timer a round in a worker thread, none in the main thread.
const { Worker, isMainThread, parentPort } = require('node:worker_threads')
if (isMainThread) {
  const worker = new Worker(__filename)
  worker.on('message', (message) => console.log(message))
  process.stdin.on('data', () => worker.postMessage('round'))
} else {
  parentPort.on('message', () => {
    setTimeout(() => {}, 1e8)
    parentPort.postMessage('done')
  })
  parentPort.postMessage('ready')
}
