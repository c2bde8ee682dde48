import { afterEach, expect, test, vi } from 'vitest'
import { createLog } from '../../src/github/job/log.ts'

afterEach(() => void vi.restoreAllMocks())

test('what programs print is no command to the runner', () => {
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  vi.spyOn(console, 'log').mockImplementation((text) => void written.push(`${text}\n`))
  const log = createLog()
  log.step('::error::planted')
  log.step('round 1\n::error::planted')
  log.detail('the program printed', ['::error::planted', '##[error]planted'])
  const lines = written.join('').trimEnd().split('\n')
  const [stop] = lines.filter((l) => l.startsWith('::stop-commands::'))
  const from = lines.indexOf(stop ?? '')
  const until = lines.indexOf(`::${stop?.split('::').at(-1)}::`)
  expect(until).toBeGreaterThan(from)
  const outside = [...lines.slice(0, from), ...lines.slice(until + 1)]
  expect(outside.filter((l) => /^\s*(::|##\[)error/.test(l))).toEqual([])
  expect(lines.slice(from + 1, until)).toEqual(['::error::planted', '##[error]planted'])
})
