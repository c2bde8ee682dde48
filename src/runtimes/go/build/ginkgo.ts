import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runGo } from './toolchain.ts'

/** A file that is added to a package with a suite of ginkgo, beside the file that runs it. */
export interface AddedFile {
  /** Where it is to stand, absolute. */
  readonly path: string
  readonly text: string
}

const imports = /^[^"\n]*"github\.com\/onsi\/ginkgo\/v2"/m
const runs = /\bRunSpecs\(/

/**
 * What lets suites of ginkgo below `directory` be run again in their process. Since 2.17 it sets its tree up
 * anew for each run, and yet refuses a second one by a variable, which is put back after each round. Empty
 * without such suites, and with a ginkgo that is older or has another shape.
 */
export async function ginkgoFiles(directory: string): Promise<readonly AddedFile[]> {
  const suites = await suitesBelow(directory)
  const added = await Promise.all(
    suites.map(async ({ path, source }) => {
      const variable = await variableOf(dirname(path))
      if (variable === null) return []
      return [{ path: join(dirname(path), 'zz_leakdiff_ginkgo_test.go'), text: resetting(source, variable) }]
    }),
  )
  return added.flat()
}

interface Suite {
  readonly path: string
  readonly source: string
}

/** One file a folder is enough. */
async function suitesBelow(directory: string): Promise<readonly Suite[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  const tests = entries.filter((entry) => entry.isFile() && entry.name.endsWith('_test.go'))
  const folders = entries.filter((entry) => entry.isDirectory() && !isLeftOut(entry.name))
  const files = await Promise.all(
    tests.map(async ({ name }) => {
      const path = join(directory, name)
      return { path, source: await readFile(path, 'utf8').catch(() => '') }
    }),
  )
  const suite = files.find(({ source }) => imports.test(source) && runs.test(source))
  const below = await Promise.all(folders.map(({ name }) => suitesBelow(join(directory, name))))
  return [...(suite === undefined ? [] : [suite]), ...below.flat()]
}

/** Folders that Go leaves out, and those of others. */
const isLeftOut = (name: string): boolean => /^[._]|^(?:testdata|vendor|node_modules)$/.test(name)

/** The name by which the linker knows the variable of the ginkgo that is used in `directory`. */
async function variableOf(directory: string): Promise<string | null> {
  const place = await ginkgoIn(directory)
  const source = place === null ? '' : await readFile(join(place, 'core_dsl.go'), 'utf8').catch(() => '')
  if (!source.includes('global.PushClone()')) return null
  if (/\bif global\.SuiteDidRun \{/.test(source))
    return 'github.com/onsi/ginkgo/v2/internal/global.SuiteDidRun'
  return /\bif suiteDidRun \{/.test(source) ? 'github.com/onsi/ginkgo/v2.suiteDidRun' : null
}

async function ginkgoIn(directory: string): Promise<string | null> {
  try {
    const found = await runGo(directory, ['list', '-find', '-f', '{{.Dir}}', 'github.com/onsi/ginkgo/v2'])
    return found.trim()
  } catch {
    return null // the build will tell
  }
}

function resetting(source: string, variable: string): string {
  const name = /^package\s+(\w+)/m.exec(source)?.[1] ?? ''
  const constraints = source.match(/^\/\/go:build .*$/m)?.[0] ?? ''
  return `${constraints}

package ${name}

import (
	zzleakdifftesting "testing"
	_ "unsafe"
)

//go:linkname zzleakdiffDidRun ${variable}
var zzleakdiffDidRun bool

func init() {
	zzleakdifftesting.ZzleakdiffAfterRound(func() int {
		ran := zzleakdiffDidRun
		zzleakdiffDidRun = false
		if ran {
			return 1 // waits for interrupts until the process ends
		}
		return 0
	})
}
`
}
