// CPU and memory of `leakdiff diff` against pprof itself and a bare gunzip: node scripts/bench-diff.mjs [DIR] [ROUNDS]
// DIR (default test/profile-diff/fixtures) holds pairs NAME.before.pb.gz and NAME.after.pb.gz; runs are interleaved, the least of each is shown.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const directory = resolve(process.argv[2] ?? join(root, 'test/profile-diff/fixtures'))
const rounds = Number(process.argv[3] ?? 5)
const scratch = mkdtempSync(join(tmpdir(), 'leakdiff-bench-'))
const pairs = readdirSync(directory).flatMap((name) => /^(.*)\.before\.pb\.gz$/.exec(name)?.[1] ?? [])

try {
  const bundle = await bundled()
  const pprof = pprofBinary()
  for (const pair of pairs) await compare(pair, bundle, pprof)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function compare(pair, bundle, pprof) {
  const files = ['before', 'after'].map((side) => join(directory, `${pair}.${side}.pb.gz`))
  const gunzip = `const z=require('node:zlib'),f=require('node:fs');for(const p of process.argv.slice(1)){const b=f.readFileSync(p);z.gunzipSync(b,{chunkSize:b.readUInt32LE(b.length-4)+1})}`
  const commands = {
    'leakdiff diff': [process.execPath, [bundle, ...files]],
    'bare gunzip': [process.execPath, ['-e', gunzip, ...files]],
    'bare node': [process.execPath, ['-e', '0']],
    ...(pprof === null ? {} : { 'pprof -top': [pprof, [...oracleFlags(), files[0], files[1]]] }),
  }
  const best = {}
  for (let round = 0; round < rounds; round++) {
    for (const [name, [command, args]] of Object.entries(commands))
      best[name] = least(best[name], await cost(command, args))
  }
  const ours = best['leakdiff diff']
  console.log(
    `\n${pair} (${files.map((file) => `${(readFileSync(file).length / 1e6).toFixed(2)} MB`).join(', ')} gzipped)`,
  )
  for (const [name, { cpu, rss }] of Object.entries(best)) {
    const ratio =
      name === 'leakdiff diff'
        ? ''
        : `leakdiff needs ${(ours.cpu / cpu).toFixed(3)} of its CPU, ${(ours.rss / rss).toFixed(2)} of its memory`
    console.log(
      `  ${name.padEnd(14)} ${cpu.toFixed(3)} s CPU  ${String(Math.round(rss)).padStart(5)} MB  ${ratio}`,
    )
  }
}

function oracleFlags() {
  const flags = ['nodecount=0', 'nodefraction=0', 'edgefraction=0', 'unit=B', 'sample_index=inuse_space']
  return ['-top', '-functions', ...flags.map((flag) => `-${flag}`), '-diff_base']
}

function least(one, other) {
  return one === undefined || other.cpu < one.cpu ? other : one
}

/** CPU seconds (user and system) and the largest resident set of one process, as the kernel's own accounting tells them. */
function cost(command, args) {
  // posix_spawn, since the time that a fork takes would be counted as the child's.
  const script = `import os,sys
pid=os.posix_spawnp(sys.argv[1],sys.argv[1:],os.environ)
_,status,used=os.wait4(pid,0)
print(used.ru_utime+used.ru_stime,used.ru_maxrss/1024,status,file=sys.stderr)`
  return new Promise((done, fail) => {
    const child = spawn('python3', ['-c', script, command, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let text = ''
    child.stderr.on('data', (data) => {
      text += data
    })
    child.on('error', fail)
    child.on('close', () => {
      const [cpu, rss, status] = (text.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
      if (status !== 0) fail(new Error(`${command} failed: ${text}`))
      else done({ cpu, rss })
    })
  })
}

async function bundled() {
  const outfile = join(scratch, 'diff.mjs')
  const contents = `import { runDiff } from './command.ts'
import { diffIo } from '../../cli/diff.ts'
const [before, after] = process.argv.slice(2)
runDiff({ before, after }, diffIo)`
  await build({
    stdin: { contents, resolveDir: join(root, 'src/profile-diff'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outfile,
  })
  return outfile
}

/** The bare program behind `go tool pprof`, so that the go command's own time is not counted; null without Go. */
function pprofBinary() {
  try {
    const [path] = execFileSync('go', ['tool', '-n', 'pprof'], { encoding: 'utf8' }).trim().split('\n')
    return path
  } catch {
    console.error('go is not installed: no comparison with pprof')
    return null
  }
}
