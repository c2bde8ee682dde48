import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { writeHeapSnapshot } from 'node:v8'

const s = new Session()
s.connect()
class Cart {
  constructor(n) {
    this.items = Array.from({ length: 20 }, (_, i) => ({ n, i }))
  }
}
globalThis.kept = new Map()
function serve(n) {
  for (let i = 0; i < n; i++) globalThis.kept.set(kept.size, new Cart(i))
}
await s.post('HeapProfiler.startSampling', { samplingInterval: 1024 })
serve(500)
writeFileSync('n0.heapprofile', JSON.stringify((await s.post('HeapProfiler.getSamplingProfile')).profile))
writeHeapSnapshot('n0.heapsnapshot')
serve(2000)
writeFileSync('n1.heapprofile', JSON.stringify((await s.post('HeapProfiler.getSamplingProfile')).profile))
writeHeapSnapshot('n1.heapsnapshot')
