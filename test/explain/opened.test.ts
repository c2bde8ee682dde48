import { expect, it } from 'vitest'
import { openedBy } from '../../src/explain/opened.ts'
import type { DiagnosedSample, Moment } from '../../src/measure/diagnose/diagnostic-run.ts'
import { opensFiles } from '../../src/runtimes/go/build/opens-files.ts'
import type { TrialFrame } from '../../src/trial/trial.ts'

const library = (name: string): TrialFrame => ({
  function: name,
  file: 'os/file.go',
  line: 1,
  site: name,
  location: { origin: 'runtime' },
})
const project = (name: string, line = 1): TrialFrame => ({
  ...library(name),
  file: 'main.go',
  line,
  location: { origin: 'project', path: 'main.go' },
})
const opening = (value: number, ...stack: readonly TrialFrame[]): DiagnosedSample => ({
  stack: [...stack, library('os.Open'), library('os.newFile')],
  value,
})
const role = (before: readonly DiagnosedSample[], after: readonly DiagnosedSample[]) => {
  const moment = (files: readonly DiagnosedSample[]): Moment => ({ tasks: [], heap: [], files, native: [] })
  return { name: 'server', before: moment(before), after: moment(after), period: 64, retainers: [] }
}

it('names the call of which most of what was opened after the first round stays', () => {
  const start = opening(900, project('main.main'))
  const log = opening(10, project('main.main'), project('main.log', 3))
  const keep = (value: number) => opening(value, project('main.serve'), project('main.keep', 9))
  const opened = openedBy(role([start, keep(50)], [start, log, keep(200)]))
  expect(opened?.culprit).toMatchObject({ function: 'main.keep', line: 9 })
  expect(opened?.stack.map((frame) => frame.function)).toEqual([
    'main.serve',
    'main.keep',
    'os.Open',
    'os.newFile',
  ])
})

it('tells two calls of one function apart, and names none that is behind less than half', () => {
  const calls = [1, 2, 3].map((line) => opening(100, project('main.keep', line)))
  expect(openedBy(role([], calls))).toBeNull()
  expect(openedBy(role([], calls.slice(1)))?.culprit.line).toBe(2)
})

it('says nothing where nothing stays, or where nobody’s code opened it', () => {
  const same = [opening(100, project('main.keep'))]
  expect(openedBy(role(same, same))).toBeNull()
  expect(openedBy(role([], [opening(100, library('runtime.main'))]))).toBeNull()
})

it('knows what Go makes for an open file or socket by who makes it', () => {
  const at = (...names: readonly string[]) => names.map((name) => library(name))
  expect(opensFiles(at('main.keep', 'os.Open', 'os.newFile'))).toBe(true)
  expect(opensFiles(at('main.listen', 'net.socket', 'net.newFD'))).toBe(true)
  expect(opensFiles(at('main.read', 'os.ReadFile'))).toBe(false)
})
