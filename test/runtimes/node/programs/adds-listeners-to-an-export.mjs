// Adds 200 listeners a round to what another ES module exports.
import { config } from './exports-a-bus.mjs'

process.stdin.on('data', () => {
  for (let i = 0; i < 200; i++) config.on('reload', () => i)
  console.log('done')
})
console.log('ready')
