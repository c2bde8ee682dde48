// Promises that nobody settles, each with what waits for it.
import { serve } from './harness.mjs'

const waiting = []

async function waitForAnswer() {
  const question = new Array(16).fill(0)
  await new Promise((resolve) => waiting.push(resolve))
  question.length = 0
}

serve(() => {
  for (let i = 0; i < 100; i++) void waitForAnswer()
})
