import { readFile } from 'node:fs/promises'

/**
 * The script of the page, as the bundle has it beside itself; '' when leakdiff runs from its sources,
 * where nobody made it.
 */
export async function pageScript(): Promise<string> {
  try {
    return await readFile(new URL('./page.js', import.meta.url), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
