/**
 * A Go file of package main with the probe in it: imports behind its package clause, on the same line, so that all lines keep
 * their numbers, and the rest at its end.
 */
export function withProbe(source: string, probe: string): string {
  const clause = packageClauseEnd(source)
  const [, imports = '', body = ''] = /^import \(\n([\s\S]*?)\n\)\n([\s\S]*)$/m.exec(probe) ?? []
  const inline = imports
    .split('\n')
    .map((line) => line.trim())
    .join('; ')
  return `${source.slice(0, clause)}; import (${inline})${source.slice(clause)}\n${body}`
}

/** Whether a Go file is a program's: of package main, with its main function. */
export function hasMain(source: string): boolean {
  return packageClauseEnd(source) >= 0 && /^func main\(\)/m.test(source)
}

/** Index after `package main`, which comments may precede; -1 when it is another package. */
function packageClauseEnd(source: string): number {
  return /^\uFEFF?(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*package\s+main\b/.exec(source)?.[0].length ?? -1
}
