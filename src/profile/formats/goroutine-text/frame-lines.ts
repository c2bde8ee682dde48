import type { Frame } from '../../profile.ts'
import { goPrintName } from '../pprof/names.ts'

/**
 * `main.(*T).serve(0xc000012345, {0x1, ...})`, `main.serve(...)` → `main.(*T).serve`;
 * arguments hold no parentheses.
 */
export function functionName(line: string): string | null {
  const open = line.lastIndexOf('(')
  if (open <= 0 || !line.endsWith(')')) return null
  const name = line.slice(0, open)
  return name === 'panic' ? 'runtime.gopanic' : goPrintName(name)
}

/** `\t/src/main.go:42 +0x1d`, also without the offset, and with ` fp=… sp=… pc=…` behind it. */
export function frameAt(name: string, fileLine: string): Frame | null {
  if (!fileLine.startsWith('\t')) return null
  const place = withoutOffset(fileLine.slice(1))
  const colon = place.lastIndexOf(':')
  const line = Number(place.slice(colon + 1))
  return colon < 1 || !Number.isSafeInteger(line) || line < 0
    ? null
    : { function: name, file: place.slice(0, colon), line }
}

function withoutOffset(place: string): string {
  const registers = place.lastIndexOf(' fp=0x')
  const shown = registers < 0 ? place : place.slice(0, registers)
  const offset = /[ +](?:\+0x[0-9a-f]+|pc=0x[0-9a-f]+)$/.exec(shown.slice(-40))
  return offset === null ? shown : shown.slice(0, shown.length - offset[0].length)
}
