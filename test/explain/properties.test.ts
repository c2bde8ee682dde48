import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { dependencyLines } from '../../src/explain/blame/dependency-lines.ts'
import { jvm } from '../../src/runtimes/jvm/index.ts'

const head = mkdtempSync(join(tmpdir(), 'properties-'))
afterAll(() => rmSync(head, { recursive: true }))

/** Tracked, but for what git ignores. */
function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(head, path)), { recursive: true })
    writeFileSync(join(head, path), text)
  }
  execFileSync('git', ['init', '-q'], { cwd: head })
  execFileSync('git', ['add', '.'], { cwd: head })
}

it('a version that stands in one file is taken by the files of head that call it by its name', async () => {
  write({
    '.gitignore': 'build/\n',
    'gradle.properties': 'org.gradle.daemon=false\nguavaVersion=33.4.8-jre\n',
    'services/api/build.gradle': 'dependencies { api "com.google.guava:guava:$guavaVersion" }\n',
    'build/copied.gradle': 'dependencies { api "com.acme:copied:$guavaVersion" }\n',
  })
  const change = {
    path: 'gradle.properties',
    oldPath: 'gradle.properties',
    added: [[2, 2]] as const,
    hunks: [{ after: 1, lines: 1, gone: 1, removed: ['guavaVersion=33.4.0-jre'] }],
  }
  const found = await dependencyLines(jvm.source, [change], head)
  expect(found).toEqual([
    {
      file: 'gradle.properties',
      line: 2,
      package: 'com.google.guava:guava',
      version: '33.4.8-jre',
      exact: false,
    },
  ])
})
