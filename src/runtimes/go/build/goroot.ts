import { mkdir, rm, symlink } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Environment } from '../../runtime.ts'
import { runGo } from './toolchain.ts'

/** The standard library that a revision is built with, and what its builds must be told to use it. */
export interface Goroot {
  readonly goroot: string
  readonly env: Environment
}

/**
 * The GOROOT of the toolchain that `directory` asks for. One that Go has downloaded lies in the module cache,
 * where no overlay may replace a file; then it is given another name, and that toolchain is used without
 * asking again. Throws as `runGo`.
 */
export async function replaceableGoroot(directory: string, scratch: string): Promise<Goroot> {
  const values = await runGo(directory, ['env', 'GOROOT', 'GOMODCACHE'])
  const [goroot = '', cache = ''] = values.split('\n')
  if (cache === '' || !goroot.startsWith(`${cache}/`)) return { goroot, env: {} }
  const link = join(scratch, 'goroot')
  await mkdir(scratch, { recursive: true })
  await rm(link, { force: true })
  await symlink(goroot, link)
  const path = `${join(link, 'bin')}${delimiter}${process.env.PATH ?? ''}`
  return { goroot: link, env: { GOROOT: link, GOTOOLCHAIN: 'local', PATH: path } }
}
