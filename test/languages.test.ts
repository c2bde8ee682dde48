import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')

/** What only an adapter knows. Formats are called by their names, so `pprof` is none of these. */
const words = [
  /\bGo\b/,
  /(?<=[`'"])go(?=[`'"])/,
  /\bgo (?:or|build|test|run|mod|tool|programs?)\b/,
  /\bruntime:? go\b/,
  /\bgo\.(?:mod|sum|work)\b/,
  /\bgoroutines?\b/i,
  /\bGO(?:FLAGS|DEBUG|ROOT|PATH|MODCACHE)\b/,
  /\bnet\/http\b/,
  /\bdefer\b/,
  /\bRW?Mutex\b|\bMutex\b|\bWaitGroup\b/,
  /\b[Nn]ode(?:\.?js)?\b/,
  /\bnode_modules\b/,
  /\bNODE_OPTIONS\b/,
  /\b(?:npm|npx|yarn|pnpm|corepack|bun|deno)\b/,
  /\bpackage(?:-lock)?\.json\b/,
  /\b(?:JavaScript|TypeScript|V8)\b/,
  /\b(?:vitest|jest|mocha)\b/,
  /\b(?:[Pp]ython\d?|pytest|pip|gunicorn|CPython)\b/,
  /\b(?:Java|JVM|Kotlin|gradle|maven|pom\.xml)\b/,
  /\.(?:go|py|jar|[cm]?jsx?)\b/,
]

/** Rooms that are about one language by what they are. */
const rooms = {
  'runtimes/': 'the adapters',
  'profile/formats/': 'a format is called by its name, and read for who wrote it',
  'demo/': 'its shop is a program of one runtime',
} as const

/** Places that must name one. What is not met any more comes off the list. */
const places: Readonly<Record<string, readonly [found: readonly string[], why: string]>> = {
  'configure/sources/yaml.ts': [
    ['Node', 'node', 'JavaScript'],
    'nodes of YAML; keys that our own runtime takes',
  ],
  'configure/keys.ts': [['node', '.mjs'], 'a script of ours'],
  'cli.ts': [
    ['Node', 'goroutines', 'node'],
    'what leakdiff itself needs to run the demo; an amount as an example',
  ],
  'cli/diff-flags.ts': [['goroutine'], 'the address of a profile as an example'],
  'cli/profiles/files.ts': [['Node'], 'what leakdiff itself runs on'],
  'github/scrub.ts': [['Node'], 'what leakdiff itself runs on'],
  'profile-diff/command.ts': [['Go'], 'a syntax of regular expressions'],
  'profile-diff/input/select/selection.ts': [
    ['Go', 'JavaScript'],
    'a syntax of regular expressions, and the one of what leakdiff runs on',
  ],
  'cli/demo.ts': [['npm', 'node', '.js'], 'the command line as an example'],
  'github/publish/artifact.ts': [['JavaScript'], 'our own bundle'],
  'cli/terminal/invocation.ts': [['node', 'node_modules', 'npx'], 'how leakdiff itself is started'],
  'report/narrative/take-away.ts': [['go tool'], 'the tool that opens profiles'],
  'github/publish/reproduce.ts': [['npx'], 'how leakdiff itself is started'],
  'github/job/job.ts': [['npx', 'node', '.mjs'], 'how leakdiff itself is started'],
  'profile-diff/diff.ts': [['goroutine'], 'forms of a format'],
  'profile-diff/input/input.ts': [['goroutine'], 'forms of a format'],
  'profile-diff/pair.ts': [['goroutine'], 'forms of a format'],
  'profile-diff/rows.ts': [['.go'], 'an example'],
  'profile-diff/input/period.ts': [
    ['Go', 'GODEBUG'],
    'who writes heap profiles with a period, and how it is set',
  ],
  'init/write/source.ts': [['npm', 'package.json', 'package-lock.json'], 'how leakdiff itself was installed'],
  'report/page/flame.ts': [['Node', 'node'], 'nodes of a tree'],
  'report/page/browser/d3-flame-graph.d.ts': [['node'], 'nodes of a tree'],
  'report/page/browser/flames.ts': [['node'], 'nodes of a tree'],
  'report/page/browser/tree.ts': [['node'], 'nodes of a tree'],
  'pipeline/decision.ts': [['gunicorn'], 'a pool’s own setting as an example'],
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const inRoom = (file: string): boolean => Object.keys(rooms).some((room) => file.startsWith(room))

/** Code, strings and comments, without the names of modules and of our own types for Node. */
const textOf = (file: string): string =>
  readFileSync(join(src, file), 'utf8')
    .replace(/(?:from|import\(?)\s*'[^']*'/g, '')
    .replace(/new URL\('[^']*'/g, '')

const foundIn = (file: string): string[] => {
  const text = textOf(file)
  return [...new Set(words.flatMap((word) => text.match(new RegExp(word, `g${word.flags}`)) ?? []))].sort()
}

it.each(files.filter((file) => !inRoom(file)))('%s names no language', (file) => {
  expect(foundIn(file)).toEqual([...new Set(places[file]?.[0] ?? [])].sort())
})

it('no exception has lost its place', () => {
  expect(Object.keys(places).filter((file) => !files.includes(file))).toEqual([])
})
