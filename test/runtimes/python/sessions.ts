import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Workload } from '../../../src/configure/config.ts'
import { python } from '../../../src/runtimes/python/index.ts'
import { instrument } from '../../../src/runtimes/python/instrument/instrument.ts'
import type { TestProcess, TestRound } from '../../../src/runtimes/test-runner.ts'
import { totals } from './program.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface Repeated {
  readonly name: string
  readonly goesOn: boolean
  readonly rounds: readonly TestRound[]
  /** Live objects after each round. */
  readonly objects: readonly number[]
}

/** Runs a Python in `place`, and repeats each session that it opens. */
export async function repeat(
  program: string,
  place: string,
  words: readonly string[],
  rounds = 4,
): Promise<{
  readonly sessions: readonly Repeated[]
  readonly output: string
  readonly code: number | null
}> {
  const scratch = mkdtempSync(join(tmpdir(), 'python-scratch-'))
  const sockets = mkdtempSync(join(tmpdir(), 'pys-'))
  const workload = { form: 'test' } as Workload
  const { runEnv } = await instrument(
    { workload, directory: place, scratch },
    join(root, 'src/runtimes/python/probe'),
  )
  const child = spawn(program, words, {
    cwd: place,
    env: { ...process.env, ...runEnv('first', sockets) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  let code: number | null | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('close', (status) => {
      code = status
      resolve()
    })
  })
  const known = new Set<string>()
  const sessions: Repeated[] = []
  try {
    while (code === undefined) {
      const name = readdirSync(sockets).find((one) => !known.has(one))
      if (name === undefined) await new Promise((resolve) => setTimeout(resolve, 20))
      else {
        known.add(name)
        const process = await python.tests?.connect(join(sockets, name))
        if (process !== undefined) sessions.push(await repeated(process, rounds))
      }
    }
    await ended
    return { sessions, output, code }
  } finally {
    child.kill('SIGKILL')
    for (const folder of [scratch, sockets]) rmSync(folder, { recursive: true, force: true })
  }
}

async function repeated(process: TestProcess, count: number): Promise<Repeated> {
  const rounds: TestRound[] = []
  const objects: number[] = []
  for (let round = 0; round < count; round++) {
    const last = await process.round()
    rounds.push(last)
    if (last.failed !== null) await process.leaveOut?.()
    objects.push((await totals(process))['heap-objects'] ?? 0)
  }
  await process.end()
  await process.close()
  return { name: process.name, goesOn: process.goesOn === true, rounds, objects }
}

/**
 * What a round leaves once it is warm, from lowest to lowest: what is kept for a while and let go of in one
 * round makes single steps of either sign. sqlite3 lists its cursors,
 * and takes those that have gone out of the list after every 200: up to two dozen a round.
 */
export const left = ({ objects }: Repeated): number => {
  const warm = objects.slice(4)
  const half = warm.length >> 1
  return (Math.min(...warm.slice(half)) - Math.min(...warm.slice(0, half))) / half
}
