import { writeFileSync } from 'node:fs'
import pprof from '@datadog/pprof'

pprof.heap.start(1024, 64)
const kept = new Map()
function serve(n) {
  for (let i = 0; i < n; i++) kept.set(kept.size, { items: Array.from({ length: 20 }, (_, k) => ({ k })) })
}
serve(500)
writeFileSync('node-dd.before.pb.gz', await pprof.encode(await pprof.heap.profile()))
serve(2000)
writeFileSync('node-dd.after.pb.gz', await pprof.encode(await pprof.heap.profile()))
