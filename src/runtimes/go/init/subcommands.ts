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
// However else a program is told: what it is compared with, or what a command of a library is called.
const anywhere = /"(serve|server|start|run|web|daemon|up|listen)"/g

/** Subcommands of a program that are named like those which serve, the likeliest first. */
export function subcommands(sources: readonly SourceFile[]): readonly string[] {
  const names = sources.flatMap(({ text }) =>
    forms.flatMap((form) => [...text.matchAll(form)].map(([, name = '']) => name.toLowerCase())),
  )
  const others = sources.flatMap(({ text }) => [...text.matchAll(anywhere)].map(([, name = '']) => name))
  const sorted = (all: readonly string[]) => [...new Set(all)].sort((a, b) => rank(a) - rank(b))
  return [...new Set([...sorted(names.filter((name) => serving.test(name))), ...sorted(others)])]
}

const order = ['serve', 'server', 'start', 'run', 'web', 'api', 'http']
const rank = (name: string): number => (order.indexOf(name) + order.length + 1) % (order.length + 1)
