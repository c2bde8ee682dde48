import type { SourceFile } from './programs.ts'

const serving =
  /^(?:serve|server|start|run|web|api|http|daemon|up|listen|node|agent)(?:[-_]?(?:http|server|api|web))?$/i

// cobra: Use: "serve [flags]". urfave/cli: {Name: "serve", Action: …}. kong: Serve ServeCmd `cmd:""`.
const forms = [
  /\bUse:\s*"([\w-]+)/g,
  /\bcli\.Command\{[^{}]*?\bName:\s*"([\w-]+)"/g,
  /\{\s*Name:\s*"([\w-]+)"[^{}]*?\bAction:/g,
  /^\s*(\w+)\s+\S+\s+`[^`\n]*\bcmd:"/gm,
  /\bos\.Args\[1\][\s\S]{0,400}?\bcase\s+"([\w-]+)"/g,
]

/** Subcommands of a program that are named like those which serve, the likeliest first. */
export function subcommands(sources: readonly SourceFile[]): readonly string[] {
  const names = sources.flatMap(({ text }) =>
    forms.flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name.toLowerCase())),
  )
  return [...new Set(names.filter((name) => serving.test(name)))].sort((a, b) => rank(a) - rank(b))
}

const order = ['serve', 'server', 'start', 'run', 'web', 'api', 'http']
const rank = (name: string): number => (order.indexOf(name) + order.length + 1) % (order.length + 1)
