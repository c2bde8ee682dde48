// Events are kept until a compaction every eighteenth round lets go of all of them.
import { serve } from './harness.mjs'

let events = []

serve((number) => {
  if (number % 18 === 0) events = []
  for (let i = 0; i < 100; i++) events.push(new Array(128).fill(i))
})
