import type { Named } from './dependency-lines.ts'

/** Of yarn.lock the line `version "1.2.3"`, in later versions `version: 1.2.3`, under `"a@^1, a@npm:^1.2":`. */
export function yarnLine(lines: readonly string[], index: number): readonly Named[] {
  const version = /^ {2}version:? "?([^"\s]+)"?\s*$/.exec(lines[index] ?? '')?.[1]
  if (version === undefined) return []
  const header = lines.slice(0, index).findLast((line) => /^\S/.test(line)) ?? ''
  const name = /^"?((?:@[^/@"]+\/)?[^/@"]+)@/.exec(header)?.[1]
  return name === undefined ? [] : [{ package: name, version }]
}

/** Of pnpm-lock.yaml the keys of its packages: `a@1.2.3:`, `'@a/b@1.2.3(peer@1)':`, `/a@1.2.3:`, in early versions `/a/1.2.3:`. */
export function pnpmLine(lines: readonly string[], index: number): readonly Named[] {
  const key = /^ {2}'?\/?((?:@[^/@]+\/)?[^/@':]+)[@/](\d[^:('_\s]*)[^:]*:/.exec(lines[index] ?? '')
  const [, name, version] = key ?? []
  return name === undefined || version === undefined ? [] : [{ package: name, version }]
}
