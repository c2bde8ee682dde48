import { basename } from 'node:path'
import type { Context } from './context.ts'
import { failing, ruled } from './context.ts'
import type { Block } from './document.ts'
import { code, paragraph } from './document.ts'

/** One line: which profile holds the growth of a workload, and which tools open it. */
export function takeAway({ options, workload }: Context): readonly Block[] {
  const [first] = ruled(workload, ...failing, 'suspect')
  const { files, where } = options.profiles ?? { files: [], where: '' }
  const kinds = first?.quantity === 'tasks' ? ['tasks', 'heap'] : ['heap', 'tasks']
  const names = kinds.map((kind) => `${workload.name}-${kind}-growth.pb.gz`)
  const file = names.flatMap((name) => files.find((path) => basename(path) === name) ?? [])[0]
  if (first === undefined || file === undefined) return []
  const open = code(
    `go tool pprof -http=: ${/^[\w./@+-]+$/.test(file) ? file : `'${file.replaceAll("'", '')}'`}`,
  )
  return [
    paragraph(
      `Growth a round as a profile, ${where}: `,
      open,
      ', or drop the file on ',
      code('speedscope.app'),
      '. It holds what grows on a known stack, which may be less than the whole.',
    ),
  ]
}
