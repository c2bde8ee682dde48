import { planted } from './planted.mjs'

const tasks = 3
const blocks = 16
const numbersInBlock = 512

// Long enough, so that what holds the blocks does not grow.
const kept = new Array(65_536).fill(null)
let count = 0

function pollForEver() {
  setInterval(() => {}, 3_600_000).unref()
}

function makeBlock() {
  return new Array(numbersInBlock).fill(0.5)
}

export function work() {
  for (let i = 0; i < tasks && planted; i++) pollForEver()
  for (let i = 0; i < blocks; i++) {
    const block = makeBlock()
    if (planted) kept[count++] = block
  }
}
