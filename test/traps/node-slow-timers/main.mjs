// Twenty timers a round, each of which ends after ten seconds; a round takes a third of one.
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from './harness.mjs'

serve(async () => {
  for (let i = 0; i < 20; i++) setTimeout(() => {}, 10_000)
  await pause(300)
})
