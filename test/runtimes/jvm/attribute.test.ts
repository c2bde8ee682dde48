import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { attribute, type ClassCount } from '../../../src/runtimes/jvm/attribute/attribute.ts'
import { readHistogram } from '../../../src/runtimes/jvm/live/histogram.ts'
import { readRecording } from '../../../src/runtimes/jvm/recording/read-recording.ts'
import type { OldObject } from '../../../src/runtimes/jvm/recording/recording.ts'
import { createHistory } from '../../../src/runtimes/jvm/trace/history.ts'
import { openedRows } from '../../../src/runtimes/jvm/trace/rows.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, `fixtures/${name}`))

const histogram = (name: string): readonly ClassCount[] =>
  readHistogram(gunzipSync(fixture(`${name}.txt.gz`)).toString()).classes

function recorded(name: string) {
  const since = Number(fixture(`${name}.since`).toString())
  const { objects } = readRecording(gunzipSync(fixture(`${name}.jfr.gz`)))
  const young = objects.filter(({ allocatedAt }) => allocatedAt >= since)
  return { before: histogram(`${name}.first`), now: histogram(`${name}.last`), young }
}

const inRoundTwo = () => [{ born: 2, share: 1 }]

const bytesIn = (all: readonly { readonly bytes: number }[]): number =>
  all.reduce((sum, { bytes }) => sum + bytes, 0)

it.each([
  ['map-17', 'Shop.main:91 > Shop.order:62'],
  ['listener-25', 'Shop.main:91 > Shop.order:63 > Shop$Bus.on:43'],
])('%s: what sessions hold is added by who put them there, not by who made it', (name, stack) => {
  const { before, now, young } = recorded(name)
  const rows = attribute(before, now, young, inRoundTwo)
  const [first] = rows.filter((row) => row.stack.length > 1).toSorted((a, b) => b.bytes - a.bytes)
  expect(first?.stack.map((frame) => `${frame.function}:${frame.line}`).join(' > ')).toBe(stack)
  expect(first?.bytes).toBeGreaterThan(0.85 * (bytesIn(now) - bytesIn(before)))
  expect(Math.abs(bytesIn(rows) - bytesIn(now))).toBeLessThan(rows.length)
})

const object = (told: Partial<OldObject>): OldObject => ({
  type: 'byte[]',
  size: null,
  elements: 1000,
  allocatedAt: 0,
  stack: ['App.main', 'Pages.render'].map(frame),
  chain: [],
  root: null,
  ...told,
})
const frame = (name: string) => ({ function: name, file: '', line: 0 })
const grown = (objects: number): readonly ClassCount[] => [{ name: 'byte[]', objects, bytes: objects * 1000 }]

it('what nobody is known to hold is told by who allocated it', () => {
  const rows = attribute(grown(0), grown(100), [object({}), object({}), object({})], inRoundTwo)
  expect(rows).toEqual([
    { stack: [frame('App.main'), frame('Pages.render')], objects: 100, bytes: 100_000, born: 2 },
  ])
})

it.each([
  ['App.main > Pages.render > Page.<init>', 'App.main > Pages.render'],
  ['App.main > Pages.render > Page.<init> > Part.<init>', 'App.main > Pages.render'],
  [
    'App.main > Pages.load > java.lang.reflect.Constructor.newInstance > Page.<init>',
    'App.main > Pages.load',
  ],
  ['Page.<init>', 'Page.<init>'],
  ['java.lang.Thread.run > Page.<init>', 'java.lang.Thread.run > Page.<init>'],
])('what a constructor allocates is made by whoever calls it: %s', (names, expected) => {
  const told = object({ stack: names.split(' > ').map(frame) })
  const [row] = attribute(grown(0), grown(100), [told, told, told], inRoundTwo)
  expect(row?.stack.map((one) => one.function).join(' > ')).toBe(expected)
})

it('one sample of a class of which there are many more may be an innocent one', () => {
  const rows = attribute(grown(50), grown(100), [object({})], inRoundTwo)
  const stack = [frame('byte[]')]
  expect(rows).toEqual([
    { stack, objects: 50, bytes: 50_000, born: 0 },
    { stack, objects: 50, bytes: 50_000, born: 2 },
  ])
})

it('a class that shrinks stays one row', () => {
  const rows = attribute(grown(100), grown(50), [object({}), object({}), object({})], inRoundTwo)
  expect(rows).toEqual([{ stack: [frame('byte[]')], objects: 50, bytes: 50_000, born: 0 }])
})

it('what holds what was sampled is added where that is, sampled or not', () => {
  const classes = (objects: number): readonly ClassCount[] => [
    ...grown(objects),
    { name: 'Session', objects, bytes: objects * 24 },
  ]
  const holder = { ofClass: null, isStatic: false, skipped: 0 }
  const chain = [
    { ...holder, type: 'java.lang.Class', ofClass: 'App', field: 'sessions', isStatic: true },
    { ...holder, type: 'java.util.HashMap', field: 'table' },
    { ...holder, type: 'java.util.HashMap$Node[]', field: null },
    { ...holder, type: 'java.util.HashMap$Node', field: 'value' },
    { ...holder, type: 'Session', field: 'page' },
  ]
  const entry = object({
    type: 'java.util.HashMap$Node',
    chain: chain.slice(0, 3),
    stack: ['App.main', 'App.order', 'java.util.HashMap.put'].map(frame),
  })
  const rows = attribute(
    classes(0),
    classes(100),
    [entry, ...Array<OldObject>(3).fill(object({ chain }))],
    () => [{ born: 1, share: 1 }],
  )
  expect(rows.filter(({ born }) => born === 1)).toEqual([
    { stack: [frame('App.main'), frame('App.order')], objects: 200, bytes: 102_400, born: 1 },
  ])
})

it('where no entry was sampled, what the class that holds had a constructor of its own make is added by its method', () => {
  const field = { type: 'java.lang.Class', ofClass: 'App', field: 'pages', isStatic: true, skipped: 0 }
  const page = { type: 'App$Page', ofClass: null, field: 'text', isStatic: false, skipped: 0 }
  const classes = (objects: number): readonly ClassCount[] => [
    ...grown(objects),
    { name: 'App$Page', objects, bytes: objects * 16 },
  ]
  const text = object({
    chain: [field, page],
    stack: ['App.main', 'App.order', 'App$Page.<init>'].map(frame),
  })
  const rows = attribute(classes(0), classes(100), [text, text, text], inRoundTwo)
  expect(rows.map(({ stack }) => stack.at(-1)?.function)).toEqual(['App.order'])
})

describe('who opened files that stay open', () => {
  const files = (objects: number): readonly ClassCount[] => [
    { name: 'java.io.FileDescriptor', objects, bytes: objects * 40 },
  ]
  const opened = object({
    type: 'java.io.FileDescriptor',
    stack: ['App.main', 'App.print', 'java.io.FileOutputStream.<init>'].map(frame),
  })
  const rows = (young: readonly OldObject[]) => {
    const history = createHistory()
    history.add(1, { bytes: 0, objects: 0, classes: files(2) })
    return openedRows({ bytes: 0, objects: 0, classes: files(100) }, history, young)
  }

  it('is told by the objects that stand for them', () => {
    expect(rows([opened, opened, opened])).toEqual([
      { files: 1, stack: [frame('App.main'), frame('App.print')] },
    ])
  })

  it('is told by what was made with them too, since few of so few are met', () => {
    const stream = { ...opened, type: 'java.io.FileOutputStream' }
    expect(rows([opened, stream])).toEqual(rows([opened, opened, opened]))
    expect(rows([opened, { ...opened, type: 'java.lang.String' }])).toEqual([])
  })

  it('is nobody where one of many was met', () => {
    expect(rows([opened])).toEqual([])
  })
})
