import { basename, sep } from 'node:path'

/** The words by which this program is started again from anywhere: its own name where the shell finds it. */
export function invocation([node = 'node', script = 'leakdiff']: readonly string[]): readonly string[] {
  const installed = basename(script) === 'leakdiff' && !script.split(sep).includes('_npx')
  if (installed) return script.split(sep).includes('node_modules') ? ['npx', 'leakdiff'] : ['leakdiff']
  return [basename(node) === 'node' ? 'node' : node, script]
}
