import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { profileFiles } from '../../src/report/profiles/profiles.ts'
import { renderComment } from '../../src/report/render/markdown.ts'
import { type Row, rising, trialOf } from '../judge/trials.ts'
import { options, resultOf } from './results.ts'

const folder = mkdtempSync(join(tmpdir(), 'profiles-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function files() {
  const rows = (step: number): Row[] => [
    { quantity: 'heap-bytes', series: rising(step * 1000, 8), stack: ['main', 'serve', 'keep'] },
    { quantity: 'heap-bytes', series: rising(-step * 100, 8), stack: ['main', 'serve', 'free'] },
    { quantity: 'tasks', series: rising(step, 8), stack: ['main', 'wait; forever'] },
  ]
  return profileFiles([trialOf('base', 1, rows(1)), trialOf('head', 1, rows(3))])
}

test('base, head and growth are written of heap and of tasks, and growth as folded stacks', () => {
  expect(files().map(({ name }) => name)).toEqual(
    ['heap', 'tasks'].flatMap((kind) => [
      ...['base', 'head', 'growth'].map((figure) => `w-${kind}-${figure}.pb.gz`),
      `w-${kind}-growth.folded`,
    ]),
  )
  const folded = files()
    .find(({ name }) => name === 'w-tasks-growth.folded')
    ?.bytes.toString()
  expect(folded).toMatch(/;main;wait: forever 2\n$/)
})

test('go tool pprof reads them, what shrank included', () => {
  const growth = files().find(({ name }) => name === 'w-heap-growth.pb.gz')
  const path = join(folder, 'growth.pb.gz')
  writeFileSync(path, growth?.bytes ?? '')
  const top = execFileSync('go', ['tool', 'pprof', '-top', '-unit=B', path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(top).toMatch(/^ *2000B .* keep$/m)
  expect(top).toMatch(/^ *-200B .* free$/m)
})

test('a profile that would be empty is not written, and growth says what it leaves out', () => {
  const still: Row = { quantity: 'tasks', series: rising(0, 8, 3), stack: ['main', 'waits'] }
  const names = profileFiles([trialOf('base', 1, [still]), trialOf('head', 1, [still])]).map(
    ({ name }) => name,
  )
  expect(names).toEqual(['w-tasks-base.pb.gz', 'w-tasks-head.pb.gz'])
  const path = join(folder, 'commented.pb.gz')
  writeFileSync(path, files().find(({ name }) => name === 'w-heap-growth.pb.gz')?.bytes ?? '')
  const told = execFileSync('go', ['tool', 'pprof', '-comments', path], { encoding: 'utf8' })
  expect(told).toMatch(/a round beyond base\. What has no stack is not in it/)
})

test('what has no name has its file with it, in pprof as in folded stacks', () => {
  const row: Row = { quantity: 'tasks', series: rising(1, 8), stack: ['(anonymous)', ''] }
  const files = profileFiles([trialOf('head', 1, [row])].map(placedIn('node:events')))
  const [pprof, folded] = ['w-tasks-growth.pb.gz', 'w-tasks-growth.folded'].map((name) =>
    files.find((file) => file.name === name),
  )
  expect(folded?.bytes.toString()).toMatch(/;\(anonymous\) \(node:events\);\(node:events\) 1\n$/)
  expect(gunzipSync(pprof?.bytes ?? '').toString()).toContain('(anonymous) (node:events)')
})

const placedIn =
  (file: string) =>
  (trial: ReturnType<typeof trialOf>): ReturnType<typeof trialOf> => ({
    ...trial,
    frames: trial.frames.map((frame) => ({ ...frame, site: `${frame.function} (${file})`.trimStart() })),
  })

test('a comment says in one line how the growth is opened elsewhere', () => {
  const leaking = resultOf('tendermint-red')
  const profiles = { where: 'in the artifact of this run', files: ['profiles/reconnect-tasks-growth.pb.gz'] }
  const line = renderComment(leaking, { ...options, profiles }).match(/^Growth a round as a profile.*$/m)?.[0]
  expect(line).toBe(
    'Growth a round as a profile, in the artifact of this run: `go tool pprof -http=: profiles/reconnect-tasks-growth.pb.gz`, or drop the file on `speedscope.app`. It holds what grows on a known stack, which may be less than the whole.',
  )
  expect(renderComment(leaking, options)).not.toContain('pprof')
})
