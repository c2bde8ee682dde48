import { posix } from 'node:path'
import type { Frame } from '../../profile.ts'

/** What is known of addresses: symbols, where the text has them, and the binaries that are mapped there. */
export interface AddressNames {
  /** A line behind `MAPPED_LIBRARIES:`, as of /proc/PID/maps. */
  map(line: string): void
  /** A name with file and line. */
  place(address: number, frame: Frame): void
  /** Frames of a stack, leaf first. */
  stack(addresses: readonly number[], isExact: boolean): readonly Frame[]
}

interface Mapping {
  readonly start: number
  readonly end: number
  readonly frame: Frame
}

const unknown: Frame = { function: '<unknown>', file: '', line: 0 }

export function addressNames(): AddressNames {
  const symbols = new Map<number, Frame>()
  const mappings: Mapping[] = []
  let sorted = false
  const mapped = (address: number): Frame => {
    if (!sorted) mappings.sort((one, other) => one.start - other.start)
    sorted = true
    return mappingAt(mappings, address)?.frame ?? unknown
  }
  return {
    map(line) {
      const mapping = readMapping(line)
      if (mapping !== null) mappings.push(mapping)
    },
    place: (address, frame) => symbols.set(address, frame),
    stack: (addresses, isExact) =>
      addresses.map((address) => symbols.get(address) ?? mapped(isExact ? address : address - 1)),
  }
}

/** `562c60d22000-562c60d23000 r-xp 00001000 fe:00 10084693 /usr/bin/app`; null for what holds no code. */
function readMapping(line: string): Mapping | null {
  const match =
    /^\s*(?:0x)?([\da-f]+)[\s-](?:0x)?([\da-f]+):?\s+([-rwxps]{3,5})\s+\S+\s+\S+\s+\d+(?:\s+(\S.*))?$/i.exec(
      line,
    )
  if (match === null) return null
  const [, start = '', end = '', rights = '', file = ''] = match
  if (!rights.includes('x')) return null
  const frame = file === '' ? unknown : { function: `[${posix.basename(file)}]`, file: '', line: 0 }
  return { start: Number.parseInt(start, 16), end: Number.parseInt(end, 16), frame }
}

function mappingAt(mappings: readonly Mapping[], address: number): Mapping | undefined {
  let [low, high] = [0, mappings.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((mappings[middle] as Mapping).start <= address) low = middle + 1
    else high = middle
  }
  const found = mappings[low - 1]
  return found !== undefined && address < found.end ? found : undefined
}
