// Keeps 64 kB every tenth of a second, work or no work.
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from './harness.mjs'

const history = []

setInterval(() => {
  history.push(new Array(8192).fill(history.length))
}, 100)

serve(() => pause(200))
