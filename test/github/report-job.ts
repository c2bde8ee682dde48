import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { loadConfig, workloadHash } from '../../src/configure/load.ts'
import type { Trial } from '../../src/trial/trial.ts'
import { type Row, rising, trialOf } from '../judge/trials.ts'

/**
 * A workload whose trials are written by the tests: nothing is started,
 * so a report costs a fraction of a second.
 */
export const shop = { name: 'shop', start: 'node a', round: 'b', runtime: 'node' } as const

export interface Made {
  readonly base: string
  readonly head: string
  /** Tasks that head gains a round. */
  readonly leak: number
  /** Tasks that base gains a round. */
  readonly baseLeak?: number
  /** The function that leaks. */
  readonly name?: string
  readonly workload?: string
  readonly runtime?: 'go' | 'node'
}

export async function hashOf(inputs: Readonly<Record<string, string>>): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'hash-'))
  const config = await loadConfig({ root: directory, inputs, defaultName: 'x' })
  rmSync(directory, { recursive: true })
  return config.workloads.map(workloadHash)[0] ?? ''
}

/** One trial of `shop`, whose tasks rise by `step` a round. */
export function shopTrial(made: Made, side: 'base' | 'head', number: number, hash: string): Trial {
  const step = side === 'head' ? made.leak : (made.baseLeak ?? 0)
  const series = rising(step, number === 1 ? 8 : 24)
  const rows: Row[] = [
    { quantity: 'tasks', series },
    { quantity: 'tasks', series, stack: [made.name ?? 'keepAlive'] },
  ]
  const { runtime = 'node', workload = 'shop' } = made
  return { ...trialOf(side, number, rows), workload, workloadHash: hash, sha: made[side], runtime }
}

/** What a job that measured leaves: two trials a side. Returns the path of each by its name. */
export function leaveShards(directory: string, made: Made, hash: string): void {
  for (const side of ['base', 'head'] as const)
    for (const number of [1, 2])
      leaveFile(directory, `${side}-${number}`, shopTrial(made, side, number, hash), made.workload)
}

/** One file in a trial's place: a trial, or bytes that claim to be one. */
export function leaveFile(
  directory: string,
  name: string,
  content: object | Buffer,
  workload = 'shop',
): string {
  const path = join(directory, 'leakdiff-x/trials', workload, `${name}.json.gz`)
  mkdirSync(dirname(path), { recursive: true })
  const bytes = Buffer.isBuffer(content)
    ? content
    : gzipSync(JSON.stringify({ schemaVersion: 1, ...content }))
  writeFileSync(path, bytes)
  return path
}

/** A folder of its own, and what removes it. */
export function scratch(name: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
