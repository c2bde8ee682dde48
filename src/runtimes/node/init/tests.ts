import type { Manifest } from './manifest.ts'

/** The command of the project's tests, by the two runners whose tests can be repeated; null: none. */
export function testCommand({ scripts }: Manifest): string | null {
  const script = scripts.test ?? ''
  if (/^node (?:[^&|;]* )?--test\b[^&|;]*$/.test(script)) return script
  return /^vitest(?: run)?$/.test(script) ? 'npx vitest run' : null
}
