import { basename, sep } from 'node:path'
import { withoutSecrets } from '../../secrets.ts'
import { shellWord } from './shell-word.ts'

/** The command as it was typed, without secrets. */
export const typed = (argv: readonly string[]): string =>
  withoutSecrets([...invocation(argv), ...argv.slice(2)].map(shellWord).join(' '))

/** The words by which this program is started again from anywhere: its own name where the shell finds it. */
export function invocation([node = 'node', script = 'leakdiff']: readonly string[]): readonly string[] {
  const installed = basename(script) === 'leakdiff' && !script.split(sep).includes('_npx')
  if (installed) return script.split(sep).includes('node_modules') ? ['npx', 'leakdiff'] : ['leakdiff']
  return [basename(node) === 'node' ? 'node' : node, script]
}
