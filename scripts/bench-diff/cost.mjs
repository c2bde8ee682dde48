import { spawn } from 'node:child_process'

/**
 * CPU seconds (user and system) and megabytes of the largest resident set of one process,
 * by the kernel's own accounting.
 */
export function cost(command, args) {
  // posix_spawn, since the time that a fork takes would be counted as the child's.
  const script = `import os,sys
quiet=[(os.POSIX_SPAWN_OPEN,1,'/dev/null',os.O_WRONLY,0)]
pid=os.posix_spawnp(sys.argv[1],sys.argv[1:],os.environ,file_actions=quiet)
_,status,used=os.wait4(pid,0)
print(used.ru_utime+used.ru_stime,used.ru_maxrss/1024,status,file=sys.stderr)`
  // With it Node reads certificates when it starts, which takes longer than all the rest of its start.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  return new Promise((done, fail) => {
    const stdio = /** @type {const} */ (['ignore', 'ignore', 'pipe'])
    const child = spawn('python3', ['-c', script, command, ...args], { env, stdio: [...stdio] })
    let text = ''
    child.stderr.on('data', (data) => {
      text += data
    })
    child.on('error', fail)
    child.on('close', () => {
      const [cpu, memory, status] = (text.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
      if (status !== 0) fail(new Error(`${command} ${args.join(' ')} failed: ${text}`))
      else done({ cpu, memory })
    })
  })
}

/** The least of several runs of each command, one after the other in turns: neighbours disturb all alike. */
export async function leastOf(commands, rounds) {
  const best = {}
  for (let round = 0; round < rounds; round++) {
    for (const [name, [command, args]] of Object.entries(commands)) {
      const found = await cost(command, args)
      if (best[name] === undefined || found.cpu < best[name].cpu) best[name] = found
    }
  }
  return best
}
