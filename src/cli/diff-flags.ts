/**
 * Flags as pprof writes them (`-diff_base=x`, `-cum`) in the form that all commands here have
 * (`--diff-base=x`, `--cum`).
 */
export function likePprof(args: readonly string[]): readonly string[] {
  const quantities = ['inuse_space', 'inuse_objects', 'alloc_space', 'alloc_objects']
  return args.map((arg) => {
    const match = /^--?([a-z][a-z_]+)(=.*)?$/s.exec(arg)
    if (match === null) return arg
    const [, name = '', value = ''] = match
    return quantities.includes(name) && value === ''
      ? `--quantity=${name}`
      : `--${name.replaceAll('_', '-')}${value}`
  })
}

/** Shown below the flags of `leakdiff diff --help`. */
export const diffExamples = `
Examples:
  leakdiff diff before.pb.gz after.pb.gz
  leakdiff diff heap-*.pb.gz --by line --focus 'shop/.*cache'
  leakdiff diff before.pb.gz http://127.0.0.1:6060/debug/pprof/heap --fail-above 1MB
  curl -s http://127.0.0.1:6060/debug/pprof/goroutine?debug=2 | leakdiff diff before.txt - --sort cum --top 5
`
