import { stat } from 'node:fs/promises'
import { readDeclarations } from './classes.ts'
import { tooLarge } from './dump/refusal.ts'
import { readGraph } from './graph.ts'
import type { Held } from './grown.ts'
import { reach } from './reach.ts'

/** A heap of more than a gigabyte: to read it would take longer than a person waits for a sentence. */
const mostBytes = 1.5e9

/**
 * Who holds what in a heap dump (HPROF, as `GC.heap_dump` writes it): names of classes and fields alone,
 * nothing of what they hold. Reads the file three times, and keeps some 60 bytes an object meanwhile.
 * Throws FormatError.
 */
export async function heldIn(path: string): Promise<Held> {
  const { size } = await stat(path)
  if (size > mostBytes) throw tooLarge(`${Math.round(size / 1e6)} MB`)
  const declarations = readDeclarations(path)
  return reach(readGraph(path, declarations), declarations)
}
