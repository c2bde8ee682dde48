import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, expect } from 'vitest'
import { parseResult } from '../../src/report/render/json.ts'
import { commit, fingerprint, init, run } from '../checkout/repositories.ts'
import { cli, type Ended, quiet } from '../cli/project.ts'
import { carrying } from '../measure/sandbox.ts'

type Files = Readonly<Record<string, string>>

/** A repository with two commits and a folder for temporary files, both of one row alone. */
export interface Place {
  readonly checkout: string
  readonly temporary: string
  /** A variable that every process of the row inherits. */
  readonly mark: string
  readonly base: string
  readonly head: string
  readonly environment: Readonly<Record<string, string>>
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

/** An empty folder, gone at the end. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ldf-')))
  folders.push(folder)
  return folder
}

export function placeOf(base: Files, head: Files, name = 'checkout'): Place {
  const folder = emptyFolder()
  const [checkout, temporary] = [join(folder, name), join(folder, 'tmp')]
  for (const path of [checkout, temporary]) mkdirSync(path)
  init(checkout)
  const [older, newer] = [commit(checkout, 'base', base), commit(checkout, 'head', head)]
  return { ...environmentOf(folder, temporary), checkout, temporary, base: older, head: newer }
}

/** The same two commits in a clone that `git clone` made with `flags`. */
export function clonePlace(origin: Place, flags: readonly string[]): Place {
  const folder = emptyFolder()
  const [checkout, temporary] = [join(folder, 'checkout'), join(folder, 'tmp')]
  mkdirSync(temporary)
  run(origin.checkout, 'config', 'uploadpack.allowFilter', 'true')
  run(origin.checkout, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  run(folder, 'clone', '-q', ...flags, `file://${origin.checkout}`, checkout)
  return { ...origin, ...environmentOf(folder, temporary), checkout, temporary }
}

function environmentOf(folder: string, temporary: string): Pick<Place, 'mark' | 'environment'> {
  const mark = `FAULT_ROW=${folder}`
  return { mark, environment: { ...quiet, FAULT_ROW: folder, TMPDIR: temporary } }
}

/** The command line of a run that compares the two commits of a place. */
export function argumentsOf({ base, head, temporary }: Place, ...more: readonly string[]): readonly string[] {
  const json = join(temporary, '..', 'result.json')
  return [cli, 'run', '--base', base, '--head', head, '--json', json, ...more]
}

export interface Start {
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Shell text in which `"$@"` is the command line of leakdiff. */
  readonly shell?: string
}

/** Runs leakdiff in the checkout, in a shell of the row's own where it needs one. */
export async function runIn(place: Place, { args, environment = {}, shell }: Start = {}): Promise<Ended> {
  const words = ['node', ...argumentsOf(place, ...(args ?? []))]
  const [file = '', ...rest] = shell === undefined ? words : ['bash', '-c', shell, 'row', ...words]
  const env = { ...place.environment, ...environment }
  const { exitCode, stderr, stdout } = await execa(file, rest, { cwd: place.checkout, reject: false, env })
  const json = join(place.temporary, '..', 'result.json')
  const result = existsSync(json) ? parseResult(readFileSync(json, 'utf8')) : null
  return { status: exitCode, stdout, stderr, result }
}

/**
 * Throws when a process, a worktree or a temporary file is left,
 * or when anything of the checkout has changed.
 */
export function expectNothingLeft(place: Place, before: Readonly<Record<string, unknown>>): void {
  expect(carrying(place.mark), 'processes').toEqual([])
  expect(readdirSync(place.temporary), 'temporary files').toEqual([])
  expect(fingerprint(place.checkout), 'the checkout').toEqual(before)
}
