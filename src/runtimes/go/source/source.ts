import type { SourceFiles } from '../../source.ts'
import { withoutCommentsOfC } from '../../structure/comments.ts'
import { declarationAround } from '../../structure/declarations.ts'
import { dependencyFiles } from './dependency-files.ts'

/** `func (c *LRU[K]) Put(` is `LRU`, `Put`; a site `a.com/x/cache.(*LRU).Put.func` too. */
export const source: SourceFiles = {
  dependencyFiles,
  // https://go.dev/s/generatedcode, and the mark of other tools.
  generated: /^\/\/ Code generated .* DO NOT EDIT\.\r?$|^\/\/ *@generated\b/m,
  definitions: [
    /^func\s+\(\s*(?:\w+\s+)?\*?\s*(\w+)(?:\[[^\]]*\])?\s*\)\s*(\w+)/,
    /^func\s+(\w+)/,
    /^(?:type|const|var)\s+(\w+)/,
  ],
  identifiers: (site) => {
    const name = site.slice(site.lastIndexOf('/') + 1)
    const [first, ...inPackage] = name.match(/[\p{L}\p{N}_]+/gu) ?? []
    const all = inPackage.length > 0 ? inPackage : first === undefined ? [] : [first]
    return all.filter((part) => part !== 'func')
  },
  withoutComments: withoutCommentsOfC,
  around: (lines, line) => declarationAround(lines, line, /^(?:func|var|const|type)\b/),
  sources: /\.go$/,
  tests: /_test\.go$/,
  /** The major version is part of a module's path: `a.com/x/v2`. */
  unversioned: (packageName) => packageName.replace(/\/v\d+(?=\/|$)/, ''),
}
