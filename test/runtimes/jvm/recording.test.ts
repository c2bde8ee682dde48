import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readRecording } from '../../../src/runtimes/jvm/recording/read-recording.ts'
import type { OldObject } from '../../../src/runtimes/jvm/recording/recording.ts'
import { settings } from '../../../src/runtimes/jvm/recording/settings.ts'

const bytesOf = (name: string): Buffer =>
  gunzipSync(readFileSync(join(import.meta.dirname, `fixtures/${name}.jfr.gz`)))

const chain = ({ chain, type }: OldObject): string =>
  [
    ...chain.map(
      (holder) =>
        `${holder.isStatic ? 'static ' : ''}${holder.ofClass ?? holder.type}.${holder.field ?? '[]'}`,
    ),
    type,
  ].join(' → ')

describe('a recording of the Flight Recorder', () => {
  it.each([
    [
      'map-17',
      null,
      'static Shop.sessions → java.util.concurrent.ConcurrentHashMap.table → java.util.concurrent.ConcurrentHashMap$Node[].[] → java.util.concurrent.ConcurrentHashMap$Node.val → Shop$Session.page → byte[]',
    ],
    [
      'listener-25',
      1040,
      'static Shop.bus → Shop$Bus.listeners → java.util.ArrayList.elementData → java.lang.Object[].[] → Shop$$Lambda.arg$1 → Shop$Session.page → byte[]',
    ],
  ])('%s: old objects with their stacks and who refers to them', (name, size, path) => {
    const { objects } = readRecording(bytesOf(name))
    const page = objects.find((object) => chain(object) === path)
    expect(page).toMatchObject({ elements: 1024, size, type: 'byte[]', root: { system: 'Threads' } })
    expect(page?.stack.map((frame) => frame.function)).toEqual([
      'Shop.main',
      'Shop.order',
      'Shop$Session.<init>',
      'Shop$Pages.render',
    ])
    expect(page?.stack.at(-1)?.line).toBe(33)
    const since = Number(readFileSync(join(import.meta.dirname, `fixtures/${name}.since`), 'utf8'))
    const young = objects.filter(({ allocatedAt }) => allocatedAt >= since)
    expect(young.length).toBeGreaterThan(100)
    expect(young.length).toBeLessThan(objects.length)
    expect(objects.every(({ stack }) => stack.every(({ line }) => line >= 0))).toBe(true)
  })

  it('is asked for objects and threads alone', () => {
    expect([...settings.matchAll(/event name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'jdk.OldObjectSample',
      'jdk.ThreadStart',
    ])
  })

  it('started threads with who started them', () => {
    const { threads } = readRecording(bytesOf('listener-25'))
    expect(threads.map(({ name }) => name)).toContain('Notification Thread')
  })

  it('of a recording that is cut nothing is told', () => {
    const whole = bytesOf('map-17')
    for (const at of [3, 60, 1000, whole.length >> 1, whole.length - 1])
      expect(() => readRecording(whole.subarray(0, at))).toThrow(
        expect.objectContaining({ kind: expect.stringMatching(/broken|not-this-format/) }),
      )
  })

  it('what is damaged is told as that, wherever it is', () => {
    const whole = bytesOf('map-17')
    for (let at = 8; at < whole.length; at += 9973) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      try {
        readRecording(damaged)
      } catch (error) {
        expect(error).toMatchObject({ name: 'FormatError' })
      }
    }
  })

  it('another file, and another version, are no damage', () => {
    expect(() => readRecording(Buffer.from('no recording'))).toThrow(
      expect.objectContaining({ kind: 'not-this-format' }),
    )
    const old = Buffer.from(bytesOf('map-17'))
    old.writeUInt16BE(1, 4)
    expect(() => readRecording(old)).toThrow(expect.objectContaining({ kind: 'not-supported' }))
  })
})
