// A pool that gets a worker a round until there are twelve; a worker is a timer that looks for work.
import { serve } from './harness.mjs'

const workers = []

serve(() => {
  if (workers.length < 12) workers.push(setInterval(() => {}, 1000))
})
