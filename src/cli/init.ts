import { openRepository } from '../checkout/git/repository.ts'
import { initialise } from '../init/init.ts'
import type { NamedWorkload } from '../init/write/config-text.ts'
import { givenSource, ownSource } from '../init/write/source.ts'
import { out } from './out.ts'

/** `leakdiff init`: the exit status. Throws UserError when nothing is recognised. */
export async function initCommand({ action }: { readonly action?: string }): Promise<number> {
  const repository = await openRepository(process.cwd())
  const source = action === undefined ? await ownSource() : givenSource(action)
  const { kept, workloads, written } = await initialise(repository, source)
  const sections = [
    workloads.map(recognisedLine),
    warningsOf(workloads).map((text) => `note        ${text}`),
    kept.map((file) => `left alone  ${file}: it was there already`),
    written.map((file) => `wrote       ${file}`),
    source === null ? [unknownSource] : [],
  ]
  const next = written.length === 0 ? 'Nothing to write.' : 'Next: look at what was written, then'
  out(`${[...sections.flat(), '', next, '', '  leakdiff run', ''].join('\n')}`)
  return 0
}

const recognisedLine = ({ name, recognised }: NamedWorkload): string => {
  const where = recognised.folder === '' ? '' : `${recognised.folder}: `
  const routes =
    recognised.kind === 'server'
      ? `; ${count(recognised.routes.asked, 'path')} to ask for, ${count(recognised.routes.left, 'route')} left out`
      : ''
  return `recognised  ${name}: ${where}${recognised.seen.join('; ')}${routes}`
}

const count = (all: readonly unknown[], what: string): string =>
  `${all.length} ${what}${all.length === 1 ? '' : 's'}`

function warningsOf(workloads: readonly NamedWorkload[]): readonly string[] {
  return workloads.flatMap(({ name, recognised }) => {
    const fixed =
      recognised.kind === 'server' && recognised.address.kind === 'fixed'
        ? [
            `${recognised.address.file} names port ${recognised.address.port}: nothing else may listen there while leakdiff runs. Take PORT from the environment, and leakdiff chooses a free one.`,
          ]
        : []
    return [...recognised.warnings, ...fixed].map((text) => `${name}: ${text}`)
  })
}

const unknownSource =
  'not written  .github/workflows/leakdiff.yml: this copy of leakdiff does not tell which commit of which repository it is. Say it: --action OWNER/NAME@SHA'
