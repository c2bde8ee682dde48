// A PostgreSQL and a Redis, as Debian packages them, for the servers that need one.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Starts both in a folder of their own; returns the variables by which programs reach them,
 * and what ends them.
 */
export async function startServices() {
  const directory = mkdtempSync(join(tmpdir(), 'leakdiff-services-'))
  chmodSync(directory, 0o777)
  const children = [startPostgres(directory), startRedis(directory)]
  const stop = async () => {
    await Promise.all(children.map(ended))
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    await until(() => existsSync(join(directory, '.s.PGSQL.5432')), 'PostgreSQL')
    await until(() => existsSync(join(directory, 'redis.sock')), 'Redis')
    asPostgres('createdb', ['--host', directory, '--username', 'shop', 'shop'])
  } catch (error) {
    await stop()
    throw error
  }
  return { environment: { PGHOST: directory, REDIS: `redis+socket://${directory}/redis.sock` }, stop }
}

function startPostgres(directory) {
  const data = join(directory, 'postgres')
  mkdirSync(data)
  chmodSync(data, 0o777)
  const place = join(data, 'data')
  asPostgres('initdb', ['--auth', 'trust', '--username', 'shop', '--no-sync', place])
  const words = ['-D', place, '-k', directory, '-c', 'listen_addresses=', '-c', 'fsync=off']
  const [program, ...rest] = commandOf('postgres', words)
  return spawn(program, rest, { stdio: 'ignore' })
}

function startRedis(directory) {
  const words = [
    '--port',
    '0',
    '--unixsocket',
    join(directory, 'redis.sock'),
    '--save',
    '',
    '--dir',
    directory,
  ]
  return spawn('redis-server', words, { stdio: 'ignore' })
}

function asPostgres(name, words) {
  const [program, ...rest] = commandOf(name, words)
  execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' })
}

/** PostgreSQL refuses to run as root. */
function commandOf(name, words) {
  const [newest] = readdirSync('/usr/lib/postgresql').toSorted((a, b) => Number(b) - Number(a))
  const command = [join('/usr/lib/postgresql', newest, 'bin', name), ...words]
  if (process.getuid?.() !== 0) return command
  return ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command]
}

async function until(holds, name) {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) if (holds()) return
  throw new Error(`${name} did not start`)
}

async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGINT')
  await end
}
