import { serve } from './harness.mjs'
import { churn, keptBytes, keptTasks } from './settings.mjs'

const bytesInObject = 64
const bytesOfNumber = 8
const kept = new Array(2 ** 15).fill(null)
let rounds = 0
export let garbage = null

function pollForEver() {
  setInterval(() => {}, 3_600_000)
}

/** Allocates what is dropped at once, in the sizes of everyday objects. */
function makeGarbage(bytes) {
  for (let left = bytes; left > 0; ) {
    const length = 4 << ((left / bytesInObject) % 8)
    garbage = { at: left, lines: new Array(length).fill(left / 2) }
    left -= bytesInObject + length * bytesOfNumber
  }
  garbage = null
}

function keepBytes() {
  kept[rounds] = new Array(Math.floor(keptBytes / bytesOfNumber)).fill(0.5)
}

serve(() => {
  makeGarbage(churn * 1e6)
  for (let i = 0; i < keptTasks; i++) pollForEver()
  if (keptBytes > 0) keepBytes()
  rounds++
})
