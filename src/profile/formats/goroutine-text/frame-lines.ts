import { goPrintName } from '../pprof/names.ts'

/**
 * `main.(*T).serve(0xc000012345, {0x1, ...})`, `main.serve(...)` → `main.(*T).serve`;
 * arguments hold no parentheses.
 */
export function functionName(line: string): string | null {
  const open = line.lastIndexOf('(')
  if (open <= 0 || line.charCodeAt(line.length - 1) !== 41) return null
  const name = line.slice(0, open)
  return name === 'panic' ? 'runtime.gopanic' : goPrintName(name)
}

/** Whether a line is a call as Go prints it, and no sentence that ends in a parenthesis. */
export function isCall(line: string): boolean {
  return /^(?:panic|[^\s()]+\.\S+|[^\s()]+\.\S*\[.*\]\S*)\(.*\)$/.test(line.slice(0, 4096))
}

export interface Place {
  readonly file: string
  readonly line: number
}

/**
 * `/src/main.go:42 +0x1d`, also without the offset, and with ` fp=… sp=… pc=…` behind it;
 * null for what is no place.
 */
export function readPlace(text: string): Place | null {
  const place = withoutOffset(text)
  const colon = place.lastIndexOf(':')
  if (colon < 1 || !/^\d{1,9}$/.test(place.slice(colon + 1, colon + 12))) return null
  return { file: place.slice(0, colon), line: Number(place.slice(colon + 1)) }
}

function withoutOffset(place: string): string {
  const registers = place.lastIndexOf(' fp=0x')
  const shown = registers < 0 ? place : place.slice(0, registers)
  const offset = /[ +](?:\+0x[0-9a-f]+|pc=0x[0-9a-f]+)$/.exec(shown.slice(-40))
  return offset === null ? shown : shown.slice(0, shown.length - offset[0].length)
}
