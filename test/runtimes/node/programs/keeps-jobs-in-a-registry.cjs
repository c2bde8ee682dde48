// Modules as jest keeps them: what one exports hangs below the runner's own registry.
class Runtime {
  registries = new Map()
}
class Job {
  constructor(id) {
    this.id = id
    this.work = new Array(50).fill(id)
  }
}
const runtime = new Runtime()
runtime.registries.set('schedule.js', {
  children: [],
  exports: { jobs: {} },
  filename: 'schedule.js',
  loaded: true,
})
let next = 0
process.stdin.on('data', () => {
  const { jobs } = runtime.registries.get('schedule.js').exports
  for (let i = 0; i < 200; i++) jobs[`canary-${next++}`] = new Job(next)
  console.log('done')
})
console.log('ready')
