import { expect, it } from 'vitest'
import { byFunction } from '../../src/trial/creators.ts'
import { frameName, placedName } from '../../src/trial/frame-name.ts'
import type { TrialFrame } from '../../src/trial/trial.ts'

it.each([
  ['(anonymous)', '(anonymous) (node:events)', '(anonymous) (node:events)'],
  ['', '(email/utils.py)', '(email/utils.py)'],
  ['<lambda>', '<lambda> (app.py)', '<lambda> (app.py)'],
  ['(anonymous)', '', '(anonymous)'],
  ['serve', 'serve (app.js)', 'serve'],
  ['GET /report', 'GET /report (app.js)', 'GET /report (app.js)'],
  ['anonymous `return x`', 'anonymous `return x` (a.js)', 'anonymous `return x` (a.js)'],
])('%j, whose site is %j, is called %j where no place stands beside it', (name, site, told) => {
  expect(frameName({ function: name, site })).toBe(told)
})

it('has its line too in a picture, which has room for one place a function', () => {
  const frame = { function: 'GET /report', site: 'GET /report (app.js)', line: 17 }
  expect(placedName(frame)).toBe('GET /report (app.js:17)')
  expect(placedName({ ...frame, line: 0 })).toBe('GET /report (app.js)')
  expect(placedName({ ...frame, function: 'serve' })).toBe('serve')
  expect(placedName({ function: '(anonymous)', site: '', line: 3 })).toBe('(anonymous)')
})

it('creators are told once a function, with all that its lines created', () => {
  const frame = (site: string, line: number): TrialFrame => ({
    function: site,
    file: 'a.go',
    line,
    site,
    location: { origin: 'project', path: 'a.go' },
  })
  const creators = [
    { frame: frame('main.find', 22), count: 519 },
    { frame: frame('main.other', 3), count: 7 },
    { frame: frame('main.find', 23), count: 1 },
  ]
  expect(byFunction(creators)).toEqual([
    { frame: frame('main.find', 22), count: 520 },
    { frame: frame('main.other', 3), count: 7 },
  ])
})
