// Loaded before a program (NODE_OPTIONS=--require): its timers and its clock run FAST_CLOCK times as fast, so that a test of
// limits of a minute takes seconds.
const speed = Number(process.env.FAST_CLOCK)
const { now } = Date
const started = now()
Date.now = () => Math.round(started + (now() - started) * speed)
for (const name of ['setTimeout', 'setInterval']) {
  const timer = globalThis[name]
  const faster = (work, milliseconds = 0, ...rest) => timer(work, milliseconds / speed, ...rest)
  globalThis[name] = Object.assign(faster, timer)
}
