// Prints all that a probe could disturb, then ends by itself.
const { AsyncLocalStorage } = require('node:async_hooks')
const { EventEmitter } = require('node:events')
const storage = new AsyncLocalStorage()
const seen = {}
process.on('beforeExit', () => {
  if (seen.beforeExit) return
  seen.beforeExit = true
  setTimeout(() => {}, 1)
})
process.on('warning', (warning) => {
  seen.warning = String(warning)
})
process.on('exit', (code) => console.log(JSON.stringify({ ...seen, code, at: 'exit' })))
process.once('uncaughtException', (error) => {
  seen.uncaught = error.message
})
seen.listeners = process.eventNames().map((name) => [String(name), process.listenerCount(name)])
seen.resources = process.getActiveResourcesInfo()
seen.handles = process._getActiveHandles().length
seen.requests = process._getActiveRequests().length
seen.stackTraceLimit = Error.stackTraceLimit
seen.noDeprecation = [Object.hasOwn(process, 'noDeprecation'), process.noDeprecation]
seen.prepareStackTrace = typeof Error.prepareStackTrace
seen.maxListeners = EventEmitter.defaultMaxListeners
seen.argv = process.execArgv
storage.run('context', async () => {
  await new Promise((resolve) => setTimeout(resolve, 1))
  seen.context = storage.getStore()
  seen.stack = new Error('here').stack.split('\n').length
  throw new Error('on purpose')
})
