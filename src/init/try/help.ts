const serving = /^(?:serve|server|start|run|web|api|http|daemon|up|listen)(?:[-:_](?:http|server|api|web))?$/i
const heading = /^\W*(?:available |sub|the )*commands?\b.*$/i

/** Words of a list of commands, as programs print it for help, that are named like those which serve. */
export function helpWords(output: string): readonly string[] {
  const lines = output.split(/\r?\n/)
  const start = lines.findIndex((line) => heading.test(line.trim()))
  if (start < 0) return []
  const names = lines.slice(start + 1).flatMap((line) => /^\s+([a-z][\w:-]*)\b/i.exec(line)?.[1] ?? [])
  return names.filter((name) => serving.test(name))
}
