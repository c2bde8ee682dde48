// A log kept in one Buffer that is made anew, longer, for every line.
import { serve } from './harness.mjs'

let journal = Buffer.alloc(0)

function note(text) {
  journal = Buffer.concat([journal, Buffer.from(text)])
}

serve(() => {
  for (let i = 0; i < 20; i++) note('one more line that nobody reads\n'.repeat(64))
})
