// What measuring costs a server of Python: CPU seconds of all its processes,
// of one round of the same requests, as shares of those that it takes when nobody measures.
// Writes its section of docs/live.md.
//   node scripts/python-servers/cost.mjs [--rounds 7] [--requests 800] [NAME...]
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import getPort from 'get-port'
import { bundled } from '../from-source.mjs'
import { markdownTable, median } from '../json-lines.mjs'
import { costHeading, withSection } from '../live-page.mjs'
import { commitOf, root } from '../scenario.mjs'
import { pythonServers } from './servers.mjs'
import { startServices } from './services.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' }, requests: { type: 'string', default: '800' } },
})
const warmup = 3
const ways = ['plain', 'first', 'confirm']
const { instrument, python } = await bundled(`
  export { instrument } from './src/runtimes/python/instrument/instrument.ts'
  export { python } from './src/runtimes/python/index.ts'
`)
const services = await startServices()
const rows = []
try {
  const servers = pythonServers(services.environment).filter(({ name }) => name !== 'celery')
  for (const server of servers.filter(({ name }) => positionals.length === 0 || positionals.includes(name)))
    rows.push(await costOf(server))
} finally {
  await services.stop()
}
const table = markdownTable(
  [
    'server',
    'processes',
    'CPU s a round, plain',
    'first trial',
    'of that, reading',
    'confirming',
    'of that, reading',
    'objects from round to round',
    'blocks traced',
    'CPU s a snapshot, of 160,000 blocks',
  ],
  rows,
)
console.log(table)
if (positionals.length === 0) write()

/** All three ways run at once and take turns, so that what else the machine does is the same to each. */
async function costOf(server) {
  const started = []
  try {
    for (const way of ways) started.push(await start(server, way))
    for (let round = 0; round < warmup + Number(values.rounds); round++)
      for (const one of started) await one.round(round >= warmup)
    const [plain, first, confirm] = started.map(({ seen }) => seen)
    const base = median(plain.map(({ requests }) => requests))
    const whole = (seen) => (median(seen.map((s) => s.requests + s.reading)) / base).toFixed(2)
    const reading = (seen) => (median(seen.map((s) => s.reading)) / base).toFixed(2)
    const objects = first.map((s) => s.objects)
    const steps = objects.slice(1).map((now, i) => now - objects[i])
    const blocks = median(confirm.map((s) => s.blocks))
    const snapshot = (median(confirm.map((s) => s.snapshot)) * 160_000) / blocks
    console.error(server.name, JSON.stringify({ plain, first, confirm, steps }))
    return [
      server.name,
      started[1].probes,
      base.toFixed(2),
      whole(first),
      reading(first),
      whole(confirm),
      reading(confirm),
      `${Math.min(...steps)} to ${Math.max(...steps)}`,
      Math.round(blocks / 1000) * 1000,
      snapshot.toFixed(2),
    ]
  } finally {
    for (const one of started) await one.stop()
  }
}

async function start(server, way) {
  const directory = mkdtempSync(join(tmpdir(), 'leakdiff-cost-'))
  const [sockets, place, profiles] = ['sockets', 'place', 'profiles'].map((name) => join(directory, name))
  for (const made of [sockets, place, profiles]) mkdirSync(made)
  cpSync(join(root, 'test/live/servers', server.name), place, { recursive: true })
  const request = { workload: { form: 'server' }, directory: place, scratch: directory }
  const { runEnv } = await instrument(request, join(root, 'src/runtimes/python/probe'))
  const PORT = String(await getPort())
  const env = { ...process.env, ...server.env, PORT, ...(way === 'plain' ? {} : runEnv(way, sockets)) }
  execFileSync('sh', ['-c', server.setup], { cwd: place, env: { ...process.env, ...server.env, PORT } })
  const child = spawn('sh', ['-c', server.start], { cwd: place, env, stdio: 'ignore' })
  const once = `curl -sS --fail -o /dev/null "http://127.0.0.1:${PORT}/work`
  for (let tries = 0; !done(`${once}" 2>/dev/null`, place); tries++) {
    if (tries > 300) throw new Error(`${server.name} did not start`)
    await sleep(200)
  }
  const probes = []
  for (const name of readdirSync(sockets))
    if (alive(python.socketPid(name)))
      probes.push(await python.connect({ kind: 'socket', path: join(sockets, name) }))
  const used = () => [child.pid, ...descendants(child.pid)].reduce((sum, pid) => sum + secondsOf(pid), 0)
  const seen = []
  return {
    seen,
    probes: probes.length,
    round: async (kept) => {
      const began = used()
      execFileSync('sh', ['-c', `${once}?[1-${values.requests}]"`])
      const driven = used()
      await Promise.all(probes.map((probe) => probe.collect()))
      await Promise.all(probes.map((probe) => probe.count()))
      const totals = await Promise.all(probes.map((probe) => probe.countHeap()))
      const counted = used()
      const files = await Promise.all(
        probes.map((probe) => probe.snapshot(profiles, { round: 1, dump: false })),
      )
      const ended = used()
      if (!kept) return
      const objects = totals.flat().filter(({ quantity }) => quantity === 'heap-objects')
      seen.push({
        requests: driven - began,
        reading: ended - driven,
        snapshot: ended - counted,
        objects: objects.reduce((sum, { value }) => sum + value, 0),
        blocks: way === 'confirm' ? blocksIn(files.flat()) : 0,
      })
    },
    stop: async () => {
      for (const probe of probes) await probe.close()
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function blocksIn(paths) {
  const heaps = paths.filter((path) => path.endsWith('.heap.marshal'))
  const samples = heaps.flatMap((path) =>
    python.parse(path, readFileSync(path)).flatMap((profile) => profile.samples),
  )
  return samples.reduce((sum, { attributes }) => sum + (attributes?.count ?? 0), 0)
}

function done(command, cwd) {
  try {
    execFileSync('sh', ['-c', command], { cwd })
    return true
  } catch {
    return false
  }
}

function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
/** Of all its threads: schedstat counts nanoseconds, where stat counts ticks. */
function secondsOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`)
  return threads.reduce(
    (sum, id) => sum + Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8').split(' ')[0]) / 1e9,
    0,
  )
}
function alive(pid) {
  return pid !== null && readdirSync('/proc').includes(String(pid))
}

function descendants(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [[Number(name), Number(statOf(name)[1])]]
      } catch {
        return []
      }
    })
  const below = (one) =>
    parents.filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...below(child)])
  return below(pid)
}

function write() {
  const path = join(root, 'docs/live.md')
  const page = readFileSync(path, 'utf8')
  const section = [
    costHeading,
    '',
    `Written by \`node scripts/python-servers/cost.mjs\`, by ${commitOf(root)}. A round is ${values.requests} requests and the reading after it; three starts of a server take turns on one machine,`,
    'one that nobody measures among them. Shares are of its CPU seconds, the median of some rounds; what leakdiff rests, CPU does not show. Reading in a first trial looks through what is new, and through all',
    'where anything has risen (0.02 s for 190,000 blocks). In a confirming trial requests cost more, since CPython traces each allocation, and reading lists all that lives, whatever the round did:',
    'the shorter a round, the larger its share.',
    '',
    table,
  ].join('\n')
  writeFileSync(path, withSection(page, costHeading, section))
}
