// What a JVM pays for being measured, and how quiet real servers are: figures of docs/workloads.md.
//   node scripts/bench-java.mjs cost|heap|noise [--java HOME]... [--jobs 1] [--results FILE]
// [SERVER-COLLECTOR-LOAD...] cost: CPU seconds of a round as a share of those without leakdiff; heap: a
// snapshot of 500 MB; noise: servers beside themselves, each collector. HOME: of a JDK; JAVA_HOME or what
// PATH has where none is given.
import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { bundled } from './from-source.mjs'
import { appendLine, inParallel, median } from './json-lines.mjs'
import { compareSides, root } from './scenario.mjs'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    java: { type: 'string', multiple: true, default: [] },
    jobs: { type: 'string', default: '1' },
    results: { type: 'string' },
    built: { type: 'string', default: join(tmpdir(), 'leakdiff-java-servers') },
  },
})
const homes = values.java.length > 0 ? values.java : [process.env.JAVA_HOME ?? null]
const [what, ...names] = positionals
const servers = { 'spring-boot': '-jar server.jar', javalin: '-cp server.jar:lib/* shop.Main' }
const collectors = {
  G1: '-XX:+UseG1GC',
  Parallel: '-XX:+UseParallelGC',
  Serial: '-XX:+UseSerialGC',
  ZGC: '-XX:+UseZGC',
}
const loads = { idle: 1, busy: 300 }
const folder = mkdtempSync(join(tmpdir(), 'leakdiff-bench-java-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const javaOf = (home) => (home === null ? 'java' : join(home, 'bin/java'))

/** Built once, and kept between runs. */
function built(server) {
  const place = join(values.built, server)
  const target = join(place, 'target')
  if (!existsSync(join(target, 'server.jar'))) {
    mkdirSync(place, { recursive: true })
    cpSync(join(root, 'test/servers/java', server), place, { recursive: true })
    execFileSync('mvn', ['-q', '-B', 'package'], { cwd: place, stdio: 'inherit' })
  }
  return target
}

/**
 * Rounds of requests to a server without leakdiff, with what the first trial sets, and with the confirming
 * one's: all three live at once, and take turns.
 */
async function cost() {
  const { jvm } = await bundled(`export { jvm } from './src/runtimes/jvm/index.ts'`)
  for (const home of homes)
    for (const server of Object.keys(servers)) {
      const stages = [null, 'first', 'confirm']
      const started = await inTurn(stages, (stage) => begun(jvm, home, server, stage))
      try {
        const rounds = await inTurn([...Array(40).keys()], (round) =>
          inTurn(started, (one) => roundOf(one, round)),
        )
        console.log(`${versionOf(home)} ${server}: ${shares(rounds.slice(15))}`)
      } finally {
        for (const { child } of started) child.kill('SIGKILL')
      }
    }
}

async function inTurn(all, each) {
  const done = []
  for (const one of all) done.push(await each(one))
  return done
}

/**
 * Means of rounds, since CPU is told in hundredths of a second; of the first of the servers nothing is read.
 */
function shares(rounds) {
  const ofServer = (index, what) => rounds.reduce((sum, round) => sum + round[index][what], 0) / rounds.length
  const plain = ofServer(0, 'requests')
  const share = (index, ...parts) =>
    (parts.reduce((sum, part) => sum + ofServer(index, part), 0) / plain).toFixed(2)
  const told = ['first', 'confirm'].map(
    (stage, at) =>
      `${stage} ${share(at + 1, 'requests')} times, with its reading ${share(at + 1, 'requests', 'reading')} times`,
  )
  return [`plain ${plain.toFixed(2)} s of CPU a round`, ...told].join('; ')
}

async function begun(jvm, home, server, stage) {
  const sockets = mkdtempSync(join(folder, 'sockets-'))
  const { runEnv } = await jvm.instrument({ workload: { form: 'start' }, directory: folder, scratch: folder })
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const child = spawn(javaOf(home), servers[server].split(' '), {
    cwd: built(server),
    env: { ...process.env, ...(stage === null ? {} : runEnv(stage, sockets)), PORT: String(port) },
    stdio: 'ignore',
  })
  await ready(port)
  const connected = () => jvm.connect({ kind: 'socket', path: join(sockets, readdirSync(sockets)[0]) })
  return { child, port, probe: stage === null ? null : await connected() }
}

async function roundOf({ child, port, probe }, round) {
  const before = cpuOf(child.pid)
  await drive(port, 1000)
  const driven = cpuOf(child.pid)
  if (probe !== null) await read(probe, round)
  return { requests: driven - before, reading: cpuOf(child.pid) - driven }
}

async function read(probe, round) {
  await probe.collect()
  await probe.count()
  await probe.snapshot(folder, { round, dump: false })
}

async function ready(port) {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/work`).catch(() => null)
    if (answer?.ok) return
    if (tries > 600) throw new Error('The server is not ready.')
    await sleep(100)
  }
}

/** By one process outside of this one, as a driver is. */
const drive = (port, requests) =>
  new Promise((done, fail) => {
    const url = `http://127.0.0.1:${port}/work?n=[1-${requests}]`
    const curl = spawn('curl', ['-sS', '--fail', '-o', '/dev/null', url], { stdio: 'ignore' })
    curl.on('close', (status) => (status === 0 ? done(null) : fail(new Error(`curl ended with ${status}`))))
  })

/** Fields 14 and 15 of proc_pid_stat(5), in seconds. */
function cpuOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Objects of 500 MB, told once. */
async function heap() {
  const { jvm } = await bundled(`export { jvm } from './src/runtimes/jvm/index.ts'`)
  writeFileSync(
    join(folder, 'Large.java'),
    `public class Large {
      static Object[] kept = new Object[5_000_000];
      public static void main(String[] arguments) throws Exception {
        for (int i = 0; i < kept.length; i++) kept[i] = i % 5 == 0 ? new byte[384] : Integer.valueOf(i + 1000);
        Thread.sleep(Long.MAX_VALUE);
      }
    }`,
  )
  execFileSync('javac', ['--release', '17', '-d', folder, join(folder, 'Large.java')])
  for (const home of homes)
    for (const collector of Object.keys(collectors)) {
      const sockets = mkdtempSync(join(folder, 'sockets-'))
      const { runEnv } = await jvm.instrument({
        workload: { form: 'start' },
        directory: folder,
        scratch: folder,
      })
      const child = spawn(javaOf(home), ['-Xmx1g', collectors[collector], '-cp', folder, 'Large'], {
        env: { ...process.env, ...runEnv('first', sockets) },
        stdio: 'ignore',
      })
      try {
        await sleep(8000)
        const probe = await jvm.connect({ kind: 'socket', path: join(sockets, readdirSync(sockets)[0]) })
        await read(probe, 0)
        const [began, before] = [performance.now(), cpuOf(child.pid)]
        await read(probe, 1)
        const [wall, cpu] = [(performance.now() - began) / 1000, cpuOf(child.pid) - before]
        const bytes = (await probe.count()).find(({ quantity }) => quantity === 'heap-bytes').value
        console.log(
          `${versionOf(home)} ${collector}: ${Math.round(bytes / 1e6)} MB, ${wall.toFixed(1)} s (${cpu.toFixed(1)} of CPU)`,
        )
      } finally {
        child.kill('SIGKILL')
      }
    }
}

/** Each server beside itself: what a round adds once it is quiet, and what is said. */
async function noise() {
  const cells = homes.flatMap((home) =>
    Object.keys(servers).flatMap((server) =>
      Object.keys(collectors).flatMap((collector) =>
        Object.keys(loads).map((load) => ({ home, server, collector, load })),
      ),
    ),
  )
  const isWanted = ({ server, collector, load }) =>
    names.length === 0 || names.includes(`${server}-${collector}-${load}`)
  console.log(
    '| server | Java | collector | load | bytes a round | objects | classes | threads | verdict |\n|---|---|---|---|--:|--:|--:|--:|---|',
  )
  await inParallel(cells.filter(isWanted), Number(values.jobs), async ({ home, server, collector, load }) => {
    const side = [{ path: 'readme.txt', text: 'a server beside itself\n' }]
    const url = `http://127.0.0.1:$PORT/work?n=[1-${loads[load]}]`
    const scenario = {
      name: `${server}-${collector}`,
      runtime: 'jvm',
      setup: 'true',
      start: `cd ${built(server)} && exec ${javaOf(home)} ${collectors[collector]} -Xmx512m ${servers[server].replaceAll('*', "'*'")}`,
      ready: '127.0.0.1:$PORT',
      round: `curl -sS --fail -o /dev/null "${url}"`,
      operations: loads[load],
      sides: { base: side, head: side },
    }
    const { result, stderr } = await compareSides(scenario, 'base', 'head')
    const workload = result?.workloads[0]
    if (values.results !== undefined)
      appendLine(values.results, {
        server,
        java: versionOf(home),
        collector,
        load,
        workload: workload ?? stderr,
      })
    const each = (quantity) =>
      growthOf(workload?.totals.find((one) => one.quantity === quantity)?.head.series.at(-1) ?? [])
    const said =
      workload === undefined
        ? stderr.slice(-200)
        : `${result.verdict}, ${workload.findings.filter(({ ruling }) => ruling !== 'existing').length} findings`
    console.log(
      `| ${server} | ${versionOf(home)} | ${collector} | ${load} | ${each('heap-bytes')} | ${each('heap-objects')} | ${each('classes')} | ${each('tasks')} | ${said} |`,
    )
  })
}

/** What a round adds, of the second half of them: the median, and the most that one added. */
function growthOf(series) {
  const added = series.slice(1).map((value, index) => value - series[index])
  const late = added.slice(added.length >> 1)
  return `${Math.round(median(late))}, at most ${Math.max(...late)}`
}

function versionOf(home) {
  const text = execFileSync('bash', ['-c', '"$0" -version 2>&1', javaOf(home)], { encoding: 'utf8' })
  return /version "(\d+)/.exec(text)?.[1]
}

const tasks = { cost, heap, noise }
await tasks[what]()
