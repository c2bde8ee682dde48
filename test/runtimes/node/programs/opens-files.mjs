// Opens a file in each of the ways a round and keeps it; opens one more and closes it, whose number a socket may get; listens once more.
import { closeSync, createReadStream, open, openSync, promises } from 'node:fs'
import { open as openPromised } from 'node:fs/promises'
import { createServer } from 'node:net'

const kept = []
const path = new URL(import.meta.url)
const keepSync = () => kept.push(openSync(path))
const keepCalled = (resolve) => open(path, 'r', (_, fd) => resolve(kept.push(fd)))
const keepHandle = async () => kept.push(await openPromised(path), await promises.open(path))
const keepStream = (resolve) => kept.push(createReadStream(path).once('open', resolve))
const closeAgain = () => closeSync(openSync(path))
const listenAgain = (resolve) => createServer().listen(0, '127.0.0.1', resolve)

process.stdin.on('data', async () => {
  keepSync()
  await new Promise(keepCalled)
  await keepHandle()
  await new Promise(keepStream)
  closeAgain()
  await new Promise(listenAgain)
  console.log('done')
})
console.log('ready')
