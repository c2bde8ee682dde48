import { git, gitLines, type Repository } from '../git/git.ts'
import { type Defined, type Definitions, definitionsOf, readDefinitions } from './definitions.ts'
import { type Hunk, hunkOf, readRemoved } from './hunks.ts'

type Range = readonly [from: number, to: number]

/** One file of head that differs from base. Lines are 1-based lines of head, ranges include both ends. */
export interface FileChange {
  readonly path: string
  /** Its path on base; null when base does not have it. */
  readonly oldPath: string | null
  readonly added: readonly Range[]
  /** The same, and what is gone, place by place. */
  readonly hunks: readonly Hunk[]
  /** Functions and types that got another name or came from another file. */
  readonly definitions?: Definitions
}

const comparison = [
  '--find-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules',
  '--no-color',
] as const

/**
 * What head changes, file by file; deleted files are left out, since nothing of head stands in them.
 * `definitions`: patterns of lines that define a function or type, its names in groups.
 */
export async function changesBetween(
  repository: Repository,
  base: string,
  head: string,
  definitions: readonly RegExp[] = [],
): Promise<readonly FileChange[]> {
  const names = await git(repository, ['diff', ...comparison, '--name-status', '-z', base, head])
  const files = filesOf(names.split('\0'))
  const sections = await hunksOf(repository, [base, head], definitions)
  const defined = sections.map((section, index) => ({
    oldPath: files[index]?.oldPath ?? null,
    defined: section.defined,
  }))
  const named = definitionsOf(defined)
  return files.flatMap(({ deleted, path, oldPath }, index) => {
    const hunks = sections[index]?.hunks ?? []
    const told = named[index] ?? { renamed: [], moved: [] }
    return deleted ? [] : [{ path, oldPath, added: addedIn(hunks), hunks, definitions: told }]
  })
}

interface ChangedFile {
  readonly path: string
  readonly oldPath: string | null
  readonly deleted: boolean
}

/**
 * The fields of `--name-status -z`: M, path; A, path; D, path; R100, old path, path.
 * A patch has one section for each, T has two.
 */
function filesOf(fields: readonly string[]): readonly ChangedFile[] {
  const files: ChangedFile[] = []
  for (let at = 0; at + 1 < fields.length; ) {
    const [status = '', first = '', second = ''] = fields.slice(at, at + 3)
    const moved = /^[RC]/.test(status)
    at += moved ? 3 : 2
    if (moved) files.push({ path: second, oldPath: first, deleted: false })
    else if (status === 'A') files.push({ path: first, oldPath: null, deleted: false })
    else if (status === 'T') files.push(...retyped(first))
    else files.push({ path: first, oldPath: first, deleted: status === 'D' })
  }
  return files
}

/** A file that became a link, or the other way round: git shows it deleted, then added. */
function retyped(path: string): readonly ChangedFile[] {
  return [
    { path, oldPath: path, deleted: true },
    { path, oldPath: path, deleted: false },
  ]
}

const addedIn = (hunks: readonly Hunk[]): readonly Range[] =>
  hunks.flatMap(({ after, lines }) => (lines === 0 ? [] : [[after + 1, after + lines] as const]))

interface Section {
  readonly hunks: Hunk[]
  readonly defined: Defined
}

/** The hunks of each section, in the order of sections. Only lines of ours begin without a space, + or -. */
async function hunksOf(
  repository: Repository,
  commits: readonly string[],
  definitions: readonly RegExp[],
): Promise<readonly Section[]> {
  const patch = ['diff', ...comparison, '--patch', '--unified=0', '--inter-hunk-context=0', ...commits]
  const sections: Section[] = []
  let reader = readDefinitions(definitions)
  let inHunk = false
  for await (const line of gitLines(repository, patch)) {
    if (line.startsWith('diff --git ')) {
      reader.endHunk()
      reader = readDefinitions(definitions)
      sections.push({ hunks: [], defined: reader.defined })
      inHunk = false
    } else if (line.startsWith('@@ ')) {
      reader.endHunk()
      const hunk = hunkOf(line)
      if (hunk !== null) sections.at(-1)?.hunks.push(hunk)
      inHunk = true
    } else if (inHunk) {
      reader.add(line)
      readRemoved(sections.at(-1)?.hunks, line)
    }
  }
  reader.endHunk()
  return sections
}
