// Loaded before everything else, like a tracing agent: from here on awaits carry a context.
const { AsyncLocalStorage } = require('node:async_hooks')
globalThis.context = new AsyncLocalStorage()
globalThis.context.enterWith('from before')
