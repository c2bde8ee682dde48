import type { Frame, Profile, Sample } from '../../profile.ts'
import { goPrintName } from '../pprof/names.ts'
import { taskProfile } from '../task-profile.ts'
import { brokenDump } from './refusal.ts'

/**
 * debug=1: `goroutine profile: total 139`, then of each stack
 *
 *     100 @ 0x48edee 0x46c172
 *     # labels: {"key":"value"}
 *     #	0xaa7724	pkg.(*T).Wait+0x24		/src/pkg/t.go:233
 *
 * leaf first and a blank line. The counts add up to the total: if not, the text was cut.
 */
export function parseCounts(text: string): Profile {
  const [header = '', ...records] = text.split('\n')
  const total = Number(header.slice('goroutine profile: total '.length))
  if (!text.endsWith('\n\n') && !(total === 0 && text.endsWith('\n')))
    throw brokenDump('it ends in the middle of a stack')
  const tasks = readRecords(records)
  const counted = tasks.reduce((sum, { value }) => sum + value, 0)
  if (counted !== total) throw brokenDump(`it announces ${total} goroutines and holds ${counted}`)
  return taskProfile(tasks)
}

function readRecords(lines: readonly string[]): readonly Sample[] {
  const tasks: Sample[] = []
  let leafFirst: Frame[] = []
  let value: number | null = null
  for (const line of lines) {
    if (line === '') {
      if (value !== null) tasks.push({ stack: leafFirst.reverse(), value })
      value = null
      leafFirst = []
    } else if (line.startsWith('#')) {
      const frame = readFrame(line)
      if (frame !== null) leafFirst.push(frame)
    } else {
      if (value !== null) throw brokenDump(`a stack ends in ${quoted(line)}`)
      value = readCount(line)
    }
  }
  return tasks
}

function readCount(line: string): number {
  const match = /^(\d{1,15}) @(?: |$)/.exec(line)
  if (match === null) throw brokenDump(`${quoted(line)} is no count of a stack`)
  return Number(match[1])
}

/** null for labels and for a frame without a name, which is C's. */
function readFrame(line: string): Frame | null {
  if (!line.startsWith('#\t')) return null
  const parts = line.split('\t').filter((part) => part !== '')
  if (parts.length === 2) return null
  const [, , symbol = '', place = ''] = parts
  const name = symbol.slice(0, symbol.lastIndexOf('+0x'))
  const colon = place.lastIndexOf(':')
  const number = Number(place.slice(colon + 1))
  if (parts.length !== 4 || name === '' || colon < 1 || !Number.isSafeInteger(number)) {
    throw brokenDump(`${quoted(line)} is no frame`)
  }
  return { function: goPrintName(name), file: place.slice(0, colon), line: number }
}

function quoted(line: string): string {
  return JSON.stringify(line.slice(0, 80))
}
