import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileChange } from '../../checkout/changes/changes.ts'

const beginning = 4096

/**
 * Paths of changed files of head that say at their beginning, in a line like `mark`, that a tool wrote them.
 */
export async function generatedFiles(
  mark: RegExp,
  changes: readonly FileChange[],
  head: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const { path } of changes) {
    if (mark.test(await beginningOf(join(head, path)))) found.add(path)
  }
  return found
}

/** '' for what cannot be read: a link that leads nowhere, a submodule. */
async function beginningOf(path: string): Promise<string> {
  const file = await open(path).catch(() => null)
  if (file === null) return ''
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginning), 0, beginning, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    return ''
  } finally {
    await file.close()
  }
}
