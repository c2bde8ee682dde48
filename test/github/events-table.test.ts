import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { occasionOf } from '../../src/checkout/commits/events.ts'
import { eventRows, fateOf, githubEvents } from '../../src/checkout/commits/github-events.ts'
import { root } from '../harness/toolchain.ts'

const page = join(root, 'docs/on-github.md')
const table = [
  '| event | compared with |',
  '|---|---|',
  ...eventRows().map((row) => `| ${row.join(' | ')} |`),
].join('\n')
const place = /(<!-- events -->\n)[\s\S]*?(\n<!-- \/events -->)/

test('the docs hold the table of the code', () => {
  const text = readFileSync(page, 'utf8')
  const written = text.replace(place, `$1${table}$2`)
  if (process.env.UPDATE_DOCS) writeFileSync(page, written)
  else expect(written).toBe(text)
})

test.each(Object.keys(githubEvents))('%s is decided by the table alone', (name) => {
  const fate = fateOf(name)
  const occasion = () => occasionOf({ name, payload: {} })
  if ('refused' in fate) expect(occasion()).toMatchObject({ kind: 'refused' })
  else if (fate.way === 'needs-base') expect(occasion()).toEqual({ kind: 'unknown', name })
})

test('an event that GitHub has not yet needs a base', () => {
  expect(occasionOf({ name: 'toString', payload: {} })).toEqual({ kind: 'unknown', name: 'toString' })
})
