// A cache that is emptied every third round.
import { serve } from './harness.mjs'

let pages = []

serve((number) => {
  if (number % 3 === 0) pages = []
  for (let i = 0; i < 100; i++) pages.push(new Array(128).fill(i))
})
