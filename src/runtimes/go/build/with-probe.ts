/**
 * A Go program's file with the probe in it: an import behind its package clause, on the same line, so that
 * all lines keep their numbers.
 */
export function withProbe(source: string): string {
  const clause = packageClauseEnd(source)
  return `${source.slice(0, clause)}; import _ "runtime/pprof"${source.slice(clause)}`
}

/** Whether a Go file has a program's main function. */
export function hasMain(source: string): boolean {
  return packageClauseEnd(source) >= 0 && /^func\s+main\s*\(\s*\)/m.test(source)
}

/** Index after `package main`, which comments may precede; -1 when it is another package. */
function packageClauseEnd(source: string): number {
  return /^\uFEFF?(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*package\s+main\b/.exec(source)?.[0].length ?? -1
}
