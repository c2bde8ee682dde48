import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { FileChange } from '../../src/checkout/changes/changes.ts'
import { changedLinesOf } from '../../src/explain/blame/blame.ts'
import type { ChangedLine } from '../../src/explain/blame/changed-line.ts'
import { pullRequest } from '../../src/explain/blame/pull-request.ts'
import type { Finding } from '../../src/judge/verdict.ts'
import { go } from '../../src/runtimes/go/index.ts'
import { node } from '../../src/runtimes/node/index.ts'
import type { DependencyFile } from '../../src/runtimes/source.ts'
import type { TrialFrame } from '../../src/trial/trial.ts'

/** Of both, so that each test need not say whose it is. */
const known = {
  ...node.source,
  sources: /\.(?:go|js)$/,
  dependencyFiles: [...go.source.dependencyFiles, ...node.source.dependencyFiles, listFile()],
}

/** A list of versions 1 brings `cache` 1 and `queue` 7, 2 brings `cache` 2 and `queue` 7. */
function listFile(): DependencyFile {
  const read = (lines: readonly string[], index: number) => {
    const [, version] = /^list (\d)$/.exec(lines[index] ?? '') ?? []
    const own = /^cache (\d)$/.exec(lines[index] ?? '')?.[1]
    if (own !== undefined) return [{ package: 'cache', version: own }]
    if (version === undefined) return []
    const by = `list ${version}`
    return [
      { package: 'list', version },
      { package: 'cache', version, by },
      { package: 'queue', version: '7', by },
    ]
  }
  return { name: 'list.txt', read }
}

const heads: string[] = []

afterEach(() => {
  for (const head of heads.splice(0)) rmSync(head, { recursive: true })
})

/**
 * A head with these files, of which the pull request changes these lines, and one in which it leaks,
 * innermost frame last.
 */
async function blamed(
  files: Readonly<Record<string, string>>,
  changes: readonly Partial<FileChange>[],
  stack: readonly TrialFrame[],
  parts: readonly TrialFrame[] = [],
): Promise<readonly ChangedLine[]> {
  const head = mkdtempSync(join(tmpdir(), 'head-'))
  heads.push(head)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(head, path)), { recursive: true })
    writeFileSync(join(head, path), text)
  }
  const whole = changes.map(({ added = [], ...change }) => ({
    ...{ path: '', oldPath: null, added, ...change },
    hunks:
      change.hunks ??
      added.map(([from, to]) => ({ after: from - 1, lines: to - from + 1, gone: 0, removed: [] })),
  }))
  const pull = await pullRequest({ changes: whole, head, source: known })
  const finding = {
    quantity: 'heap-bytes',
    culprit: stack.at(-1) ?? null,
    site: { stack, tasks: null },
    parts: parts.map((culprit) => ({ culprit })),
  } as unknown as Finding
  return changedLinesOf(pull, finding, { frames: [], ancestry: [], holders: [] })
}

const frame = (line: number, location: TrialFrame['location']): TrialFrame => ({
  function: 'f',
  file: 'f',
  site: 'f',
  line,
  location,
})
const own = (path: string, line: number) => frame(line, { origin: 'project', path })
const foreign = (name: string, version: string | null, path: string | null = null, line = 9) =>
  frame(line, { origin: 'dependency', package: name, version, path })

const goMod = `module example.com/shop

go 1.26

require (
	github.com/acme/cache v1.4.0
	github.com/acme/queue v0.2.0 // indirect
)

replace github.com/acme/log v1.0.0 => github.com/common/log v1.0.1
`

describe('a list of versions that the pull request takes in another version', () => {
  const raised = (text: string, line: number, removed: string, stack: readonly TrialFrame[]) =>
    blamed(
      { 'list.txt': text },
      [
        {
          path: 'list.txt',
          added: [[line, line]],
          hunks: [{ after: line - 1, lines: 1, gone: 1, removed: [removed] }],
        },
      ],
      stack,
    )
  const line = { file: 'list.txt', line: 1, package: 'cache', version: '2', why: 'dependency', by: 'list 2' }

  it('is to blame for what comes by it in another version, and for nothing else', async () => {
    expect(await raised('list 2\n', 1, 'list 1', [foreign('cache', '2')])).toEqual([line])
    expect(await raised('list 2\n', 1, 'list 1', [foreign('queue', '7')])).not.toContainEqual(
      expect.objectContaining({ why: 'dependency' }),
    )
    expect(await raised('list 2\n', 1, 'list 1', [foreign('cache', '3')])).not.toContainEqual(
      expect.objectContaining({ why: 'dependency' }),
    )
  })

  it('comes behind the line that names the package', async () => {
    expect(await raised('list 2\ncache 2\n', 2, 'cache 1', [foreign('cache', '2')])).toMatchObject([
      { line: 2, package: 'cache' },
    ])
  })
})

it('blames the line of go.mod that takes the version in which a dependency leaks', async () => {
  const stack = [own('main.go', 30), foreign('github.com/acme/cache', 'v1.4.0')]
  expect(await blamed({ 'go.mod': goMod }, [{ path: 'go.mod', added: [[6, 6]] }], stack)).toEqual([
    { file: 'go.mod', line: 6, why: 'dependency', package: 'github.com/acme/cache', version: 'v1.4.0' },
  ])
})

it('blames what grows with it when nothing of its own is touched', async () => {
  const [stack, parts] = [[own('main.go', 30)], [foreign('github.com/acme/cache', 'v1.4.0')]]
  expect(await blamed({ 'go.mod': goMod }, [{ path: 'go.mod', added: [[6, 6]] }], stack, parts)).toEqual([
    {
      ...{ file: 'go.mod', line: 6, why: 'dependency', package: 'github.com/acme/cache' },
      ...{ version: 'v1.4.0', part: 'f' },
    },
  ])
})

it('leaves a bump of something else alone', async () => {
  const stack = [own('main.go', 30), foreign('github.com/acme/cache', 'v1.4.0')]
  expect(await blamed({ 'go.mod': goMod }, [{ path: 'go.mod', added: [[7, 7]] }], stack)).toEqual([])
})

it.each(['github.com/acme/log', 'github.com/common/log'])('knows a replaced module as %s', async (name) => {
  const [line] = await blamed(
    { 'go.mod': goMod },
    [{ path: 'go.mod', added: [[10, 10]] }],
    [foreign(name, 'v1.0.1')],
  )
  expect(line).toMatchObject({ file: 'go.mod', line: 10, package: name, version: 'v1.0.1' })
})

it('finds the edited line of a vendored file, before the line that says its version', async () => {
  const path = 'vendor/github.com/acme/cache/lru.go'
  const lines = await blamed(
    { 'go.mod': goMod, [path]: 'package cache\n'.repeat(9) },
    [
      { path: 'go.mod', added: [[6, 6]] },
      { path, added: [[9, 9]] },
    ],
    [foreign('github.com/acme/cache', 'v1.4.0', path)],
  )
  expect(lines.map(({ file, line, why }) => [file, line, why])).toEqual([
    [path, 9, 'stack'],
    ['go.mod', 6, 'dependency'],
  ])
})

it('reads only go.sum where a version comes in through another module, and only of that version', async () => {
  const sum = 'github.com/acme/deep v1.1.0 h1:x=\ngithub.com/acme/deep v1.2.0 h1:y=\n'
  const files = { 'go.sum': sum }
  const changes = [{ path: 'go.sum', added: [[1, 2]] }] as const
  expect(await blamed(files, changes, [foreign('github.com/acme/deep', 'v1.2.0')])).toMatchObject([
    { file: 'go.sum', line: 2 },
  ])
  expect(await blamed(files, changes, [foreign('github.com/acme/deep', 'v1.0.0')])).toEqual([])
})

const manifest = `{
  "name": "shop",
  "dependencies": {
    "lru": "^2.0.0"
  },
  "scripts": {
    "queue": "node queue.js"
  }
}
`
const lock = `{
  "packages": {
    "node_modules/lru": {
      "version": "2.0.1",
      "integrity": "sha512-x"
    },
    "node_modules/lru/node_modules/@acme/queue": {
      "version": "3.1.0"
    }
  }
}
`

it('blames package.json for what it names, the lock file for what comes in through others', async () => {
  const files = { 'package.json': manifest, 'package-lock.json': lock }
  const changes = [
    { path: 'package-lock.json', added: [[3, 8]] },
    { path: 'package.json', added: [[4, 7]] },
  ] as const
  expect(await blamed(files, changes, [foreign('lru', '2.0.1')])).toMatchObject([
    { file: 'package.json', line: 4, version: '^2.0.0' },
  ])
  expect(await blamed(files, changes, [foreign('@acme/queue', '3.1.0')])).toMatchObject([
    { file: 'package-lock.json', line: 8, version: '3.1.0' },
  ])
  expect(await blamed(files, changes, [foreign('queue', null)])).toEqual([])
})

it('shows what people wrote before what a tool wrote', async () => {
  const lines = await blamed(
    {
      'api.pb.go': `// Code generated by protoc. DO NOT EDIT.\n${'package api\n'.repeat(99)}`,
      'main.go': 'package main\n'.repeat(30),
    },
    [
      { path: 'api.pb.go', added: [[1, 99]] },
      { path: 'main.go', added: [[30, 30]] },
    ],
    [own('main.go', 30), own('api.pb.go', 40)],
  )
  expect(lines.map((line) => line.file)).toEqual(['main.go', 'api.pb.go'])
})

it.each([
  ['yarn.lock', 'bus@^1.0.0:\n  version "1.1.0"\n  resolved "x"\n', 2],
  ['yarn.lock', '"bus@npm:^1.0.0, bus@npm:~1.1":\n  version: 1.1.0\n  resolution: "bus@npm:1.1.0"\n', 2],
  ['pnpm-lock.yaml', 'packages:\n\n  bus@1.1.0:\n    resolution: {integrity: x}\n', 3],
  ['pnpm-lock.yaml', 'packages:\n\n  /bus@1.1.0(peer@2.0.0):\n    dev: false\n', 3],
  ['pnpm-lock.yaml', 'packages:\n\n  /bus/1.1.0:\n    dev: false\n', 3],
])('blames the line of %s that takes the version in which a package leaks (%#)', async (file, text, line) => {
  const stack = [own('main.js', 3), foreign('bus', '1.1.0')]
  const to = text.split('\n').length
  expect(await blamed({ [file]: text }, [{ path: file, added: [[1, to]] }], stack)).toEqual([
    { file, line, package: 'bus', version: '1.1.0', why: 'dependency' },
  ])
})

it('tells packages with a scope from others of the same name', async () => {
  const text = '"@acme/bus@^1.0.0":\n  version "1.1.0"\n'
  const change = [{ path: 'yarn.lock', added: [[1, 2]] as const }]
  expect(await blamed({ 'yarn.lock': text }, change, [foreign('bus', '1.1.0')])).toEqual([])
  expect(await blamed({ 'yarn.lock': text }, change, [foreign('@acme/bus', '1.1.0')])).toHaveLength(1)
})
