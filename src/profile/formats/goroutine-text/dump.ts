import type { Attributes, Frame, Profile, Sample } from '../../profile.ts'
import { taskProfile } from '../task-profile.ts'
import { frameAt, functionName } from './frame-lines.ts'
import { brokenDump } from './refusal.ts'

/**
 * debug=2, as a panic prints it too: of each goroutine
 *
 *     goroutine 34 [chan receive, 2 minutes, locked to thread]:
 *     main.(*T).serve(0xc000012345, ...)
 *     	/src/main.go:42 +0x1d
 *     created by main.run in goroutine 1
 *     	/src/main.go:17 +0x65
 *     [originating from goroutine 1]:
 *     main.run(...)
 *     	/src/main.go:18 +0x65
 *
 * leaf first, blocks parted by blank lines. With GODEBUG=tracebackancestors there follow the stack of the
 * goroutine that created this one, as it stood then, its own creator, and so on.
 */
export function parseDump(text: string): Profile {
  if (!text.endsWith('\n')) throw brokenDump('it ends in the middle of a line')
  const blocks = text.trimEnd().split('\n\n')
  return taskProfile(blocks.map((block, index) => readBlock(block.split('\n'), index === blocks.length - 1)))
}

interface Header {
  readonly id: number
  readonly attributes: Attributes
  readonly locked: boolean
}

function readBlock(lines: readonly string[], isLast: boolean): Sample {
  const header = readHeader(lines[0] ?? '')
  const leafFirst: Frame[] = []
  let createdBy: Frame | undefined
  let ended = false
  let at = 1
  while (at < lines.length && !ended) {
    const line = lines[at] as string
    ended = line.startsWith('[originating from goroutine ')
    if (line.startsWith('created by ')) createdBy = readCreator(line, lines[at + 1])
    else if (!ended) pushFrame(leafFirst, line, lines[at + 1])
    at += isSingle(line) ? 1 : 2
  }
  // Only the main goroutine, and those that the runtime itself starts for C,
  // are known to end without a creator.
  const whole = createdBy !== undefined || ended || header.id === 1 || header.locked
  if (isLast && !whole) throw brokenDump(`it ends within goroutine ${header.id}`)
  const ancestry = ended ? readAncestry(lines.slice(at)) : []
  const parent = ended
    ? /^\[originating from goroutine (\d{1,15})\]/.exec(lines[at - 1] ?? '')?.[1]
    : undefined
  const attributes = {
    ...header.attributes,
    ...(createdBy === undefined ? {} : { createdBy }),
    ...(ancestry.length === 0 ? {} : { ancestry, ids: [header.id] }),
    ...(ancestry.length === 0 || parent === undefined ? {} : { parents: [Number(parent)] }),
  }
  return { stack: leafFirst.reverse(), value: 1, attributes }
}

function readHeader(line: string): Header {
  const match = /^goroutine (\d{1,15})(?: gp=\S+ m=\S+(?: mp=\S+)?)? \[(.+)\]:$/.exec(line)
  if (match === null) throw brokenDump(`${JSON.stringify(line.slice(0, 80))} is no goroutine's first line`)
  const [, id, status = ''] = match
  const labels = status.indexOf(' labels:{')
  const [state = '', ...notes] = (labels < 0 ? status : status.slice(0, labels)).split(', ')
  const minutes = notes
    .map((note) => /^(\d{1,15}) minutes$/.exec(note)?.[1])
    .find((found) => found !== undefined)
  const attributes = { state: state.replace(/ \((?:scan|durable)\)/g, '') }
  return {
    id: Number(id),
    attributes: minutes === undefined ? attributes : { ...attributes, minutes: Number(minutes) },
    locked: notes.includes('locked to thread'),
  }
}

/** Lines that stand alone, where others have a file and a line below them. */
function isSingle(line: string): boolean {
  return line.startsWith('...') || line.startsWith('non-Go function at pc=') || /^[\t[]/.test(line)
}

function pushFrame(leafFirst: Frame[], line: string, below: string | undefined): void {
  if (line.startsWith('...')) leafFirst.push({ function: '(frames elided)', file: '', line: 0 })
  else if (line.startsWith('\t')) leafFirst.push({ function: `(${line.trim()})`, file: '', line: 0 })
  else if (!isSingle(line)) leafFirst.push(readFrame(functionName(line) ?? line, below))
}

function readFrame(name: string, below: string | undefined): Frame {
  const frame = frameAt(name, below ?? '')
  if (frame === null)
    throw brokenDump(`${JSON.stringify(name.slice(0, 80))} stands without its file and line`)
  return frame
}

/** `created by main.run in goroutine 1`, before Go 1.21 without the goroutine. */
function readCreator(line: string, below: string | undefined): Frame {
  const name = line.slice('created by '.length).replace(/ in goroutine \d{1,20}$/, '')
  return readFrame(name, below)
}

/**
 * Stacks of ancestors, the nearest first, each outermost first. Their frames come in pairs of lines: a dump
 * cut between them is told by that.
 */
function readAncestry(lines: readonly string[]): readonly (readonly Frame[])[] {
  const leafFirst: Frame[][] = [[]]
  for (let at = 0; at < lines.length; at += 2) {
    const line = lines[at] as string
    if (line.startsWith('[originating from goroutine ')) leafFirst.push([])
    if (isSingle(line)) at--
    else if (line.startsWith('created by ')) readCreator(line, lines[at + 1])
    else leafFirst.at(-1)?.push(readFrame(functionName(line) ?? line, lines[at + 1]))
  }
  return leafFirst.map((stack) => stack.reverse()).filter((stack) => stack.length > 0)
}
