// Ten buffers of 8 kB a round are kept: outside V8's heap.
import { serve } from './harness.mjs'

const uploads = []

function keepUpload() {
  uploads.push(Buffer.alloc(8192))
}

serve(() => {
  for (let i = 0; i < 10; i++) keepUpload()
})
