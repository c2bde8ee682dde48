import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clean, configuration, folder, leakdiff, project } from '../cli/project.ts'

/**
 * An add-on that takes 1 MiB in each call, and gives it back where `released` says so:
 * the engine's own memory moves by less.
 */
const addon = (released: string) => `#include <stdlib.h>
#include <string.h>
typedef void *env, *value, *info;
extern int napi_create_function(env, const char *, size_t, value (*)(env, info), void *, value *);
static value sum(env e, info i) {
  char *page = malloc(1048576);
  memset(page, 1, 1048576);
  ${released}
  return NULL;
}
value napi_register_module_v1(env e, value exports) {
  value made;
  napi_create_function(e, "sum", (size_t)-1, sum, NULL, &made);
  return made;
}
`

/**
 * A version of the package as a registry would give it, built: its tarball, not compressed,
 * which npm takes too.
 */
function tarball(version: string, released: string): string {
  const directory = folder()
  const inside = join(directory, 'package')
  mkdirSync(inside)
  writeFileSync(join(inside, 'package.json'), JSON.stringify({ name: 'sums', version, main: 'index.js' }))
  writeFileSync(join(inside, 'index.js'), "module.exports = require('./sum.node')\n")
  writeFileSync(join(directory, 'sum.c'), addon(released))
  execFileSync('cc', ['-shared', '-fPIC', '-O0', '-o', join(inside, 'sum.node'), join(directory, 'sum.c')])
  return execFileSync('tar', ['c', '-C', directory, 'package']).toString('base64')
}

const lock = (version: string): string =>
  JSON.stringify(
    {
      name: 'shop',
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { name: 'shop', dependencies: { sums: '^1.0.0' } },
        'node_modules/sums': { version, resolved: `file:registry/sums-${version}.tgz` },
      },
    },
    null,
    2,
  )

const keys = {
  setup:
    'mkdir -p registry && for v in 1.0.0 1.0.1; do base64 -d sums-$v.txt > registry/sums-$v.tgz; done && npm ci --no-audit --no-fund --offline',
}
const base = {
  'package.json': '{"name":"shop","private":true,"dependencies":{"sums":"^1.0.0"}}',
  'package-lock.json': lock('1.0.0'),
  'server.mjs': `import http from 'node:http'
import sum from 'sums'
http.createServer((request, response) => {
  sum()
  response.end('ok')
}).listen(Number(process.env.PORT), '127.0.0.1')
`,
  'drive.sh': clean['drive.sh'] ?? '',
  '.gitignore': 'node_modules\nregistry\n',
  'sums-1.0.0.txt': tarball('1.0.0', 'free(page);'),
  'sums-1.0.1.txt': tarball('1.0.1', ''),
}

describe.concurrent('memory of native code that a new version of a dependency never gives back', () => {
  const compared = async (more: Readonly<Record<string, string>>) => {
    const configured = { '.github/leakdiff.yml': configuration({ ...keys, ...more }) }
    const { result, stderr, status } = await leakdiff(
      project({ ...base, ...configured }, { 'package-lock.json': lock('1.0.1') }),
    )
    return { status, workload: result?.workloads[0], stderr }
  }

  it('is told in a note, and fails nothing', async () => {
    const { status, stderr, workload } = await compared({})
    expect(status, stderr).toBe(0)
    expect(workload?.notes.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(
        /^Resident memory of `node server\.mjs` grows by .* Only `budgets: \{ rss: auto \}` makes this fail\.$/,
      ),
    )
  })

  it('is red with a budget, and leads to the line that takes the version', async () => {
    const { status, stderr, workload } = await compared({ budgets: '{ rss: auto }' })
    expect(status, stderr).toBe(1)
    const [finding] = workload?.findings ?? []
    expect(finding).toMatchObject({ ruling: 'leak', quantity: 'rss-bytes' })
    expect(finding?.changedLines).toMatchObject([
      { file: 'package-lock.json', package: 'sums', version: '1.0.1' },
    ])
  })
})
