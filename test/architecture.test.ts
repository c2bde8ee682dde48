import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'))

/** What any stage may import besides. */
const everywhere = [
  'debug.ts',
  'errors.ts',
  'log.ts',
  'secrets.ts',
  'time-limits.ts',
  'version.ts',
  'runtimes/names.ts',
]

/** What each stage may import besides itself. */
const left: Record<string, readonly string[]> = {
  profile: [],
  runtimes: ['profile', 'configure'],
  configure: ['profile'],
  checkout: ['configure'],
  trial: ['profile', 'runtimes', 'checkout'],
  measure: ['profile', 'runtimes', 'configure', 'checkout', 'trial'],
  diff: ['profile', 'trial'],
  'profile-diff': ['profile'],
  judge: ['profile', 'configure', 'runtimes', 'trial', 'diff'],
  explain: ['profile', 'runtimes', 'checkout', 'trial', 'measure', 'judge'],
  history: ['profile', 'configure', 'checkout', 'diff'],
  report: ['profile', 'runtimes', 'configure', 'checkout', 'trial', 'diff', 'judge', 'explain', 'history'],
  pipeline: [
    'profile',
    'runtimes',
    'configure',
    'checkout',
    'trial',
    'measure',
    'diff',
    'judge',
    'explain',
    'history',
    'report',
  ],
  bisect: ['configure', 'checkout', 'trial', 'report', 'pipeline'],
  demo: [],
  init: ['runtimes', 'configure', 'checkout', 'trial', 'measure'],
}
const pure = ['profile', 'diff', 'profile-diff', 'judge', 'report']
const withoutIo = /^node:(zlib|crypto|buffer|path|url|util)$/

const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((m) => m[1] ?? '')

const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '')

describe('arrows go one way', () => {
  it.each(files.filter((file) => left[folderOf(file)] !== undefined))('%s', (file) => {
    const folder = folderOf(file)
    const outside = importsOf(file)
      .filter((i) => i.startsWith('.'))
      .map((i) => relative(src, join(src, dirname(file), i)))
      .filter((i) => folderOf(i) !== folder && !everywhere.includes(i))
    const wrong = outside.filter((i) => !left[folder]?.includes(folderOf(i)))
    expect(wrong, `${folder}/ may import ${left[folder]?.join(', ') || 'nothing'}`).toEqual([])
  })
})

describe('stages without I/O', () => {
  it.each(files.filter((file) => pure.includes(folderOf(file))))('%s', (file) => {
    const io = importsOf(file).filter((i) => (i.startsWith('node:') && !withoutIo.test(i)) || i === 'execa')
    expect(io).toEqual([])
  })
})

/** Files that lead into a circle of imports, types included: what is left when all others are taken off. */
function onCircles(): readonly string[] {
  const imports = new Map(
    files.map((file) => [file, importsOf(file).map((i) => relative(src, join(src, dirname(file), i)))]),
  )
  for (let before = -1; before !== imports.size; ) {
    before = imports.size
    for (const [file, targets] of imports) if (!targets.some((i) => imports.has(i))) imports.delete(file)
  }
  return [...imports.keys()]
}

it('no file imports itself, by whatever way', () => {
  expect(onCircles()).toEqual([])
})

it('only the edge knows GitHub', () => {
  const knows = files.filter((file) => importsOf(file).some((i) => /^@(actions|octokit)\//.test(i)))
  expect(knows.filter((file) => folderOf(file) !== 'github' && file !== 'action.ts')).toEqual([])
})

it('every folder has its line on the map', () => {
  const map = readFileSync(join(src, 'README.md'), 'utf8')
  const folders = [...new Set(files.map(folderOf))].filter((f) => f !== '')
  expect(folders.filter((f) => !new RegExp(`^\\| \`${f}/\` +\\|`, 'm').test(map))).toEqual([])
})

it('no file has a second job', () => {
  const long = files.filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 251)
  expect(long).toEqual([])
})

it('a folder of more than a dozen files has rooms', () => {
  const sizes = new Map<string, number>()
  for (const file of files) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1)
  expect([...sizes].filter(([, count]) => count > 12)).toEqual([])
})
